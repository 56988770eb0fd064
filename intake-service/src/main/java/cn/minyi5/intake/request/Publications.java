package cn.minyi5.intake.request;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.RequestAccess.Visibility;
import cn.minyi5.intake.request.Requests.Found;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.request.domain.FreeText;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 公开审核. Decides for each request whether everybody may see it, and in which words; what nobody has looked at is not
 * public, and a complaint about officials never is.
 */
@ApplicationScoped
public class Publications {

    /** By hand: a keyset list of what came without a visit, whose sender hopes to see it. */
    private static final String WAITING =
            """
            select id as request_id, visited_at as received_at, grid_code, category_code, text
            from request
            where visit_id is null and category_code <> 'ZX02' and starts_with(grid_code, $1)
              and not exists (select from publication where publication.request_id = request.id)
              and not exists (select from known_work_order known where known.request_id = request.id and confidential)
              and ($2::uuid is null or id > $2)
            order by id limit $3""";

    private final Transactions transactions;
    private final Sql sql;
    private final Requests requests;
    private final PersonalDataProtection protection;

    Publications(Transactions transactions, Sql sql, Requests requests, PersonalDataProtection protection) {
        this.transactions = transactions;
        this.sql = sql;
        this.requests = requests;
        this.protection = protection;
    }

    /** @param text without numbers and without the contact's name and address; null where it is not public */
    public record Publication(UUID requestId, boolean isPublic, @Nullable String text, Instant reviewedAt) {}

    public record Waiting(
            UUID requestId, OffsetDateTime receivedAt, String gridCode, String categoryCode, String text) {}

    /** The last word counts. @param text as everybody shall read it; needed only of what is public */
    public Uni<Publication> review(UUID id, boolean isPublic, @Nullable String text, Actor actor) {
        var written = isPublic ? checked(text) : null;
        return transactions.run(now -> requests.findLocked(id)
                .map(found -> visible(found, actor))
                .flatMap(found -> {
                    var row = new PublicationRow();
                    row.requestId = id;
                    row.isPublic = isPublic;
                    row.text = written == null ? null : struck(found, written);
                    row.reviewedBy = actor.id();
                    row.reviewedAt = now;
                    return transactions.session().upsert(row).replaceWith(row);
                })
                .map(row -> new Publication(id, row.isPublic, row.text, row.reviewedAt))
                .invoke(publication ->
                        transactions.logged().content(publication.toString().getBytes(StandardCharsets.UTF_8))));
    }

    /** Those that nobody has looked at, the oldest first. */
    public Uni<Page<Waiting>> waiting(Actor actor, @Nullable UUID after, int limit) {
        return transactions
                .read(() -> sql.list(Waiting.class, WAITING, actor.division(), after, Page.oneMoreThan(limit)))
                .map((List<Waiting> found) -> Page.of(found, limit, Waiting::requestId, null));
    }

    private static String checked(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalid("publication.text-missing", "text");
        }
        return FreeText.checked(text, CitizenRequest.LONGEST_TEXT, "publication.text-too-long", "text");
    }

    private static Found visible(@Nullable Found found, Actor actor) {
        if (found == null || RequestAccess.of(actor).visibilityOf(found.tracked()) == Visibility.NOTHING) {
            throw Refusal.notFound("request.unknown");
        }
        return found;
    }

    private String struck(Found found, String text) {
        return protection.decrypt(found.row().id, found.row().personalData()).struckFrom(text);
    }
}
