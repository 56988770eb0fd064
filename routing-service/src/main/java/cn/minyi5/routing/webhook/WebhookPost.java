package cn.minyi5.routing.webhook;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.webhook.WebhookTransport.SignedMessage;
import cn.minyi5.routing.webhook.domain.AllowedAddresses;
import cn.minyi5.routing.webhook.domain.AttemptOutcome;
import cn.minyi5.routing.webhook.domain.HookUrl;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Signs a delivery and tries once to bring it. */
@ApplicationScoped
class WebhookPost {

    private final WebhookTransport transport;
    private final WebhookSecrets secrets;
    private final AllowedAddresses allowed;

    WebhookPost(WebhookTransport transport, WebhookSecrets secrets, WebhookConfig config) {
        this.transport = transport;
        this.secrets = secrets;
        this.allowed = config.allowed();
    }

    /** Never fails: whatever goes wrong is its outcome. */
    Uni<AttemptOutcome> send(Parcel parcel) {
        return Uni.createFrom()
                .deferred(() -> transport.send(signed(parcel), allowed))
                .onFailure()
                .recoverWithItem(failure -> AttemptOutcome.unanswered(reason(failure)));
    }

    private SignedMessage signed(Parcel parcel) {
        var key = parcel.key();
        if (key == null) {
            throw new IllegalStateException("secret-unreadable");
        }
        var former = parcel.formerSecret();
        var id = parcel.id().toString();
        var at = parcel.takenAt().getEpochSecond();
        var body = parcel.body();
        var signature = secrets.signatures(
                parcel.subscriptionId(),
                key.getBytes(),
                parcel.secret().getBytes(),
                former == null ? null : former.getBytes(),
                id,
                at,
                body);
        return new SignedMessage(HookUrl.of(parcel.url()), id, at, signature, body);
    }

    /** In a word: messages of libraries may name machines. */
    private static String reason(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return refusal.code();
        }
        return failure instanceof IllegalStateException
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
    }
}
