package cn.minyi5.intake.request.application;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.domain.FreeText;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.privacy.Masking;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows a citizen's contact to who may ask for it; nobody sees it without leaving name and reason in the log. */
@ApplicationScoped
public class DiscloseContact {

    private static final int LONGEST_REASON = 200;

    private final Transactions transactions;
    private final Requests requests;
    private final RequestSealing sealing;

    DiscloseContact(Transactions transactions, Requests requests, RequestSealing sealing) {
        this.transactions = transactions;
        this.requests = requests;
        this.sealing = sealing;
    }

    /**
     * @throws Refusal {@code disclosure.reason-missing}, {@code disclosure.reason-too-long}, {@code request.unknown},
     *     {@code contact.unknown} for the anonymous and the deleted
     */
    public Uni<Particulars> handle(UUID requestId, @Nullable String reason, Actor actor) {
        var disclosure = new ContactDisclosure(UuidCreator.getTimeOrderedEpoch(), requestId, actor, checked(reason));
        return requests.find(requestId)
                .map(found -> particulars(requestId, found, actor))
                .call(shown -> transactions.runOld(tx -> requests.logDisclosure(tx, disclosure)));
    }

    private Particulars particulars(UUID requestId, Requests.@Nullable Found found, Actor actor) {
        if (found == null || !RequestReaders.of(actor).mayAskForContactOf(found.request())) {
            throw Refusal.notFound("request.unknown");
        }
        var particulars = sealing.open(requestId, found.particulars());
        if (particulars.anonymous()) {
            throw Refusal.notFound("contact.unknown");
        }
        return particulars;
    }

    private static String checked(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("disclosure.reason-missing", "reason");
        }
        return Masking.text(FreeText.checked(reason, LONGEST_REASON, "disclosure.reason-too-long", "reason"));
    }
}
