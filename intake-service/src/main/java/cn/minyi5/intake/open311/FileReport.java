package cn.minyi5.intake.open311;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.attachment.ReceivedPictures.Stored;
import cn.minyi5.intake.grading.GradingRuleBook;
import cn.minyi5.intake.grading.domain.GradingRules;
import cn.minyi5.intake.open311.ApiKeys.Holder;
import cn.minyi5.intake.open311.ServedPlaces.WalkedGrid;
import cn.minyi5.intake.open311.domain.GeoReport;
import cn.minyi5.intake.request.ReceivedRequests;
import cn.minyi5.intake.request.domain.RecordedRequest;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes what a client files. Clients of the standard name no key of idempotency: the same again soon is the same. */
@ApplicationScoped
public class FileReport {

    /** In which the same words from the same key are the same request: a client that heard nothing tries again. */
    private static final Duration SAME_WITHIN = Duration.ofHours(1);

    /** By hand: one after the other for each content, over all copies. */
    private static final String LOCK = "select 1 from pg_advisory_xact_lock(hashtextextended('open311 ' || $1, 0))";

    private static final String SAME =
            "select request_id from open311_report where fingerprint = $1 and received_at > $2 order by request_id limit 1";

    private final Transactions transactions;
    private final Sql sql;
    private final ServedPlaces places;
    private final ReceivedRequests requests;
    private final GradingRuleBook grading;

    FileReport(
            Transactions transactions,
            Sql sql,
            ServedPlaces places,
            ReceivedRequests requests,
            GradingRuleBook grading) {
        this.transactions = transactions;
        this.sql = sql;
        this.places = places;
        this.requests = requests;
        this.grading = grading;
    }

    /**
     * @param photos that came along
     * @param jurisdictionId null: the one county that is served here
     * @return the id of the request, also of the same before
     */
    public Uni<UUID> file(GeoReport report, SentPhotos photos, @Nullable String jurisdictionId, Holder holder) {
        var fingerprint = requests.fingerprint(
                photos.isEmpty() ? List.of(holder.id(), report) : List.of(holder.id(), report, photos.digests()));
        return grading.in(holder.division()).flatMap(rules -> requests.keep(photos.files())
                .flatMap(kept -> transactions.run(now -> places.jurisdiction(jurisdictionId)
                        .invoke(jurisdiction -> refuseForeign(jurisdiction, holder))
                        .flatMap(jurisdiction -> places.service(jurisdiction, report.serviceCode())
                                .flatMap(service -> places.grid(jurisdiction, report.whereabouts())
                                        .invoke(grid ->
                                                refuseForeign(grid.code().division(), holder))
                                        .chain(grid -> same(fingerprint, now)
                                                .onItem()
                                                .ifNull()
                                                .switchTo(() -> {
                                                    var row = ReportRow.of(holder.id(), fingerprint, now);
                                                    return take(report, service.name(), grid, rules, row)
                                                            .call(() -> hang(kept, row, grid));
                                                })))))));
    }

    private Uni<Void> hang(Stored kept, ReportRow row, WalkedGrid grid) {
        return requests.hang(kept, row.requestId, "open311/" + row.keyId, grid.team(), row.receivedAt);
    }

    /** Whose key it is may file where the division that gave it answers for. */
    private static void refuseForeign(DivisionCode place, Holder holder) {
        if (!holder.division().contains(place) && !place.contains(holder.division())) {
            throw Refusal.forbidden("open311.key-of-other-place");
        }
    }

    private Uni<@Nullable UUID> same(String fingerprint, Instant now) {
        return sql.rows(LOCK, fingerprint)
                .chain(() -> sql.values(UUID.class, SAME, fingerprint, now.minus(SAME_WITHIN)))
                .map(found -> {
                    if (found.isEmpty()) {
                        return null;
                    }
                    transactions.logged().nothingChanged();
                    return found.get(0);
                });
    }

    private Uni<UUID> take(GeoReport report, String serviceName, WalkedGrid grid, GradingRules rules, ReportRow row) {
        transactions.logged().to(row.requestId);
        var request = report.toRequest(row.requestId, serviceName);
        return requests.take(request, grid.code(), grid.team(), taken -> graded(taken, rules), row.receivedAt)
                .chain(() -> transactions.session().insert(row))
                .replaceWith(row.requestId);
    }

    private static RecordedRequest graded(RecordedRequest request, GradingRules rules) {
        var proposal = rules.propose(request.categoryCode(), request.text());
        return request.graded(proposal.urgencyUnless(null), proposal.urgency(), proposal.category(), proposal.reason());
    }
}
