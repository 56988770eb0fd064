package cn.minyi5.intake.open311;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.domain.FreeText;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.privacy.Fingerprints;
import cn.minyi5.web.Command;
import cn.minyi5.web.Idempotency;
import cn.minyi5.web.Page;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Keys with which other systems file requests. A key is made of its id and the installation's own key, so that the same
 * command gets the same one and none is kept; the table knows it by its hash.
 */
@ApplicationScoped
public class ApiKeys {

    public static final int LONGEST_NAME = 100;
    private static final int LONGEST_KEY = 200;

    /** By hand: a keyset list. */
    private static final String PAGE =
            """
            select id, name, division, issued_at, revoked_at from open311_key
            where starts_with(division, $1) and ($2::uuid is null or id > $2) order by id limit $3""";

    private static final String REVOKE =
            """
            update open311_key set revoked_by = coalesce(revoked_by, $3), revoked_at = coalesce(revoked_at, $4)
            where id = $1 and starts_with(division, $2)""";

    private static final String HOLDER =
            "select id, name, division from open311_key where key_hash = $1 and revoked_at is null";

    private final Idempotency idempotency;
    private final Transactions transactions;
    private final Sql sql;
    private final Fingerprints fingerprints;

    ApiKeys(Idempotency idempotency, Transactions transactions, Sql sql, Fingerprints fingerprints) {
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.sql = sql;
        this.fingerprints = fingerprints;
    }

    /** @param revokedAt from then on it is good for nothing */
    public record ApiKey(
            UUID id, String name, String division, OffsetDateTime issuedAt, @Nullable OffsetDateTime revokedAt) {}

    /** A system that has shown its key. */
    public record Holder(UUID id, String name, DivisionCode division) {}

    private record Issued(UUID id) {}

    /** @return the id, which {@link #keyOf} makes the key of */
    public Uni<UUID> issue(@Nullable String name, String idempotencyKey, Actor actor) {
        if (name == null || name.isBlank()) {
            throw Refusal.invalid("open311-key.name-missing", "name");
        }
        var checked = FreeText.checked(name, LONGEST_NAME, "open311-key.name-too-long", "name");
        var command = new Command(actor, "issue-open311-key", idempotencyKey, checked);
        return idempotency
                .once(command, Issued.class, now -> {
                    var row = new ApiKeyRow();
                    row.id = UuidCreator.getTimeOrderedEpoch();
                    row.division = actor.division();
                    row.name = checked;
                    row.keyHash = DigestUtils.sha256Hex(keyOf(row.id));
                    row.issuedBy = actor.id();
                    row.issuedAt = now;
                    transactions.logged().to(row.id);
                    return transactions.session().insert(row).replaceWith(new Issued(row.id));
                })
                .map(Issued::id);
    }

    public String keyOf(UUID id) {
        return fingerprints.of(("open311-key/" + id).getBytes(StandardCharsets.UTF_8));
    }

    public Uni<Page<ApiKey>> list(Actor actor, @Nullable UUID after, int limit) {
        return transactions
                .read(() -> sql.list(ApiKey.class, PAGE, actor.division(), after, Page.oneMoreThan(limit)))
                .map(found -> Page.of(found, limit, ApiKey::id, null));
    }

    /** For good; again changes nothing. */
    public Uni<Void> revoke(UUID id, Actor actor) {
        return transactions
                .run(now -> sql.update(REVOKE, id, actor.division(), actor.id(), now))
                .invoke(revoked -> {
                    if (revoked == 0) {
                        throw Refusal.notFound("open311-key.unknown");
                    }
                })
                .replaceWithVoid();
    }

    /** @throws Refusal {@code open311.key-missing}, {@code open311.key-unknown} */
    public Uni<Holder> holderOf(@Nullable String apiKey) {
        if (apiKey == null) {
            throw Refusal.forbidden("open311.key-missing");
        }
        if (apiKey.length() > LONGEST_KEY) {
            throw Refusal.forbidden("open311.key-unknown");
        }
        return transactions
                .read(() -> sql.first(Holder.class, HOLDER, DigestUtils.sha256Hex(apiKey)))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.forbidden("open311.key-unknown"));
    }
}
