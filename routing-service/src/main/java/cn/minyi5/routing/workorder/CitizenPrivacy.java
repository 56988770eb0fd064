package cn.minyi5.routing.workorder;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.messaging.JsonRows;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import cn.minyi5.privacy.BlindWords;
import cn.minyi5.privacy.BlindWords.BlindWord;
import cn.minyi5.privacy.Encrypted;
import cn.minyi5.privacy.EnvelopeEncryption;
import cn.minyi5.privacy.MasterKeys;
import cn.minyi5.routing.workorder.domain.Discretion;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import io.smallrye.config.ConfigMapping;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What routing does for a citizen whom it does not know (DOMAIN §7, ADR 0017): strikes name and address by blind words,
 * seals contact logs under a key of the request, and forgets both when intake erases who it was. By hand: lists of events,
 * and rows that no rule ever looks at.
 */
@ApplicationScoped
public class CitizenPrivacy {

    private static final String SEALED = "sealed.v1:";

    private static final String REMEMBER =
            """
            insert into blind_word (request_id, length, mac, instead)
            select request_id, word.length, word.mac, word.instead
            from jsonb_to_recordset($1) as told (request_id uuid, blind_words jsonb),
                 jsonb_to_recordset(coalesce(nullif(blind_words, 'null'), '[]'))
                     as word (length int, mac text, instead text)
            where not exists (select from keys.erasure where erasure.id = request_id)
            on conflict do nothing""";

    private static final String WORDS =
            "select length, mac, instead from blind_word where request_id = $1 order by length desc";

    private static final String KEY = "select wrapped_key from keys.data_key where id = $1";

    private static final String KEEP_KEY =
            "insert into keys.data_key (id, kind, wrapped_key) values ($1, 'contact-log', $2)";

    private static final String FORGET =
            """
            with erased as (
                insert into keys.erasure (id, erased_at)
                select request_id, happened_at
                from jsonb_to_recordset($1) as told (request_id uuid, happened_at timestamptz)
                on conflict do nothing
            ), keys as (
                delete from keys.data_key using jsonb_to_recordset($1) as told (request_id uuid)
                where data_key.id = told.request_id
            )
            delete from blind_word using jsonb_to_recordset($1) as told (request_id uuid)
            where blind_word.request_id = told.request_id""";

    @ConfigMapping(prefix = "minyi5.privacy")
    public interface Config {

        /** File of the master keys, which {@code deploy/keys} rotates; without it no contact log can be read again. */
        Path masterKeys();

        /** Base64 of 32 random bytes, the same as intake's. */
        String strikingKey();
    }

    private final Sql sql;
    private final EnvelopeEncryption encryption;
    private final BlindWords blindWords;

    CitizenPrivacy(Sql sql, Config config) {
        this.sql = sql;
        this.encryption = new EnvelopeEncryption(MasterKeys.in(config.masterKeys()));
        this.blindWords = new BlindWords(config.strikingKey());
    }

    /** Keeps what is told of citizens with their requests. */
    public Uni<Void> remember(List<Received<RequestEvent.Forwarded>> forwarded) {
        return sql.update(REMEMBER, JsonRows.ofEvents(forwarded)).replaceWithVoid();
    }

    /** For good: who is told of the request again remembers nothing of the citizen. */
    public Uni<Void> forgetAll(List<Received<RequestEvent.Erased>> erased, Instant now) {
        return sql.update(FORGET, JsonRows.ofEvents(erased)).replaceWithVoid();
    }

    /** How to speak of the order's citizen. */
    Uni<OfCitizen> of(WorkOrder order) {
        return of(order.request().requestId());
    }

    /** A contact log as it is kept, its key included; of whom was erased, one that nothing opens. */
    Uni<String> sealed(UUID request, String plain, boolean isErased) {
        return isErased
                ? Uni.createFrom().item(SEALED)
                : of(request).flatMap(citizen -> {
                    var sealed = citizen.sealed(citizen.struck(plain));
                    return keep(citizen).replaceWith(sealed);
                });
    }

    private Uni<OfCitizen> of(UUID request) {
        return sql.list(BlindWord.class, WORDS, request)
                .flatMap(words -> key(request).map(key -> new OfCitizen(request, words, key)));
    }

    /** Keeps the key under which something was sealed, if it is new. */
    Uni<Void> keep(OfCitizen discretion) {
        return discretion.freshKey == null
                ? Uni.createFrom().voidItem()
                : sql.update(KEEP_KEY, discretion.request, Buffer.buffer(discretion.freshKey))
                        .replaceWithVoid();
    }

    /** The contact log of the reply there is; null if there is none, or none any more. */
    Uni<@Nullable String> contactLog(WorkOrder order) {
        var reply = order.reply();
        if (reply == null || !reply.contactLog().startsWith(SEALED)) {
            return Uni.createFrom().item(reply == null ? null : reply.contactLog());
        }
        var request = order.request().requestId();
        var content = Base64.getDecoder().decode(reply.contactLog().substring(SEALED.length()));
        return key(request).map(key -> key == null ? null : opened(new Encrypted(key, content), request));
    }

    private String opened(Encrypted encrypted, UUID request) {
        return new String(encryption.decrypt(encrypted, logOf(request)), StandardCharsets.UTF_8);
    }

    private Uni<byte @Nullable []> key(UUID request) {
        return sql.rows(KEY, request).map(rows -> {
            for (var row : rows) {
                return row.getBuffer(0).getBytes();
            }
            return null;
        });
    }

    /** As {@code deploy/keys} names it too: the kind and id of its key. */
    private static String logOf(UUID request) {
        return "contact-log/" + request;
    }

    /** For one order, in one transaction. */
    final class OfCitizen implements Discretion {

        private final UUID request;
        private final List<BlindWord> words;
        private final byte @Nullable [] key;
        private byte @Nullable [] freshKey;

        private OfCitizen(UUID request, List<BlindWord> words, byte @Nullable [] key) {
            this.request = request;
            this.words = words;
            this.key = key;
        }

        @Override
        public String struck(String said) {
            return blindWords.strike(said, words, "request/" + request);
        }

        @Override
        public String sealed(String said) {
            var plain = said.getBytes(StandardCharsets.UTF_8);
            if (key != null) {
                return written(encryption.encryptUnder(key, plain, logOf(request)));
            }
            var encrypted = encryption.encrypt(plain, logOf(request));
            freshKey = encrypted.wrappedKey();
            return written(encrypted.content());
        }

        private static String written(byte[] content) {
            return SEALED + Base64.getEncoder().encodeToString(content);
        }
    }
}
