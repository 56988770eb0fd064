package cn.minyi5.routing.webhook;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Sql;
import cn.minyi5.privacy.Encrypted;
import cn.minyi5.privacy.EnvelopeEncryption;
import cn.minyi5.privacy.MasterKeys;
import cn.minyi5.routing.workorder.CitizenPrivacy;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 签名密钥. What signs a subscription's deliveries. Sealed under a key of the subscription in the store of keys, where {@code
 * deploy/keys} backs it up and rotates what wraps it (ADR 0017). By hand: the store is no entity.
 */
@ApplicationScoped
class WebhookSecrets {

    /** Standard Webhooks wants 24 to 64. */
    private static final int BYTES = 32;

    private static final String KEY = "select wrapped_key from keys.data_key where id = $1";

    private static final String KEEP_KEY =
            "insert into keys.data_key (id, kind, wrapped_key) values ($1, 'webhook-secret', $2)";

    /** No backup brings it back. */
    private static final String FORGET =
            """
            with forgotten as (
                insert into keys.erasure (id, erased_at) values ($1, $2) on conflict do nothing
            )
            delete from keys.data_key where id = $1""";

    private final Sql sql;
    private final EnvelopeEncryption encryption;
    private final SecureRandom random = new SecureRandom();

    WebhookSecrets(Sql sql, CitizenPrivacy.Config config) {
        this.sql = sql;
        this.encryption = new EnvelopeEncryption(MasterKeys.in(config.masterKeys()));
    }

    /** Gives a new subscription its first secret. */
    Uni<Void> begin(SubscriptionRow row) {
        var sealed = encryption.encrypt(fresh(), about(row.id));
        row.secret = sealed.content();
        row.secretNo = 1;
        return sql.update(KEEP_KEY, row.id, Buffer.buffer(sealed.wrappedKey())).replaceWithVoid();
    }

    /** The one that signed so far signs too until the moment. */
    Uni<Void> rotate(SubscriptionRow row, Instant formerUntil) {
        return key(row.id)
                .invoke(key -> {
                    row.formerSecret = row.secret;
                    row.formerUntil = formerUntil;
                    row.secret = encryption.encryptUnder(key, fresh(), about(row.id));
                    row.secretNo++;
                })
                .replaceWithVoid();
    }

    /** Nothing can be signed for it any more, with no secret. @throws Refusal {@code webhook.key-lost} */
    Uni<Void> requireKey(UUID subscription) {
        return key(subscription).replaceWithVoid();
    }

    Uni<Void> forget(UUID subscription, Instant now) {
        return sql.update(FORGET, subscription, now).replaceWithVoid();
    }

    /** As it is told: {@code whsec_} and base64. */
    Uni<String> told(SubscriptionRow row) {
        return key(row.id)
                .map(key ->
                        Webhook.SECRET_PREFIX + Base64.getEncoder().encodeToString(opened(row.id, key, row.secret)));
    }

    /** @throws Refusal {@code webhook.key-lost} */
    private Uni<byte[]> key(UUID subscription) {
        return sql.values(Buffer.class, KEY, subscription).map(found -> {
            if (found.isEmpty()) {
                throw Refusal.conflict("webhook.key-lost");
            }
            return found.get(0).getBytes();
        });
    }

    /**
     * The value of the header {@code webhook-signature}.
     *
     * @param former null where it signs no more
     */
    String signatures(
            UUID subscription, byte[] key, byte[] secret, byte @Nullable [] former, String id, long at, String body) {
        var current = signature(opened(subscription, key, secret), id, at, body);
        return former == null ? current : current + " " + signature(opened(subscription, key, former), id, at, body);
    }

    private static String signature(byte[] secret, String id, long at, String body) {
        try {
            return new Webhook(secret).sign(id, at, body);
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException("a secret that cannot sign", e);
        }
    }

    private byte[] opened(UUID subscription, byte[] key, byte[] sealed) {
        return encryption.decrypt(new Encrypted(key, sealed), about(subscription));
    }

    private byte[] fresh() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    /** As {@code deploy/keys} names it too: the kind and id of its key. */
    private static String about(UUID subscription) {
        return "webhook-secret/" + subscription;
    }
}
