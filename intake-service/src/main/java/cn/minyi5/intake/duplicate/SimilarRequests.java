package cn.minyi5.intake.duplicate;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.OpenRequests;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.request.domain.RequestState;
import cn.minyi5.intake.request.domain.TrackedRequest;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 疑似重复. What somebody writes, compared with what is open in the same grid under the same category. */
@ApplicationScoped
public class SimilarRequests {

    private static final int MOST_SHOWN = 3;

    /** As many as are read of a grid and category, the newest first; few have ten. */
    private static final int MOST_COMPARED = 200;

    /** By hand: the database's moment beside a name that may not be there. */
    private static final String ASKED =
            """
            select clock_timestamp() as now,
                   (select name from category where code = $1 and starts_with($2, division)) as category""";

    private final Transactions transactions;
    private final Sql sql;
    private final OpenRequests requests;
    private final Config config;

    SimilarRequests(Transactions transactions, Sql sql, OpenRequests requests, Config config) {
        this.transactions = transactions;
        this.sql = sql;
        this.requests = requests;
        this.config = config;
    }

    @ConfigMapping(prefix = "minyi5.similar")
    public interface Config {

        /** What was asked before that is another matter, or would have been settled. */
        @WithDefault("30d")
        Duration within();

        /** From 0 to 1: below it more pairs were different matters than the same (ADR 0026). */
        @WithDefault("0.25")
        double likeness();
    }

    /** @param text without numbers, name and address that lead to a citizen */
    public record Similar(
            UUID requestId,
            LocalDate receivedOn,
            String category,
            String categoryCode,
            String text,
            RequestState state,
            double likeness) {}

    private record Asked(Instant now, @Nullable String category) {}

    /** The most similar that are for the asker's eyes; of complaints about officials none, whoever asks. A question. */
    public Uni<List<Similar>> to(GridCode grid, String categoryCode, String text, Actor actor) {
        if (!actor.maySee(grid)) {
            throw Refusal.notFound("grid.unknown").with("gridCode", grid.value());
        }
        var written = TextLikeness.to(CitizenRequest.checkedText(text));
        return transactions.read(
                () -> sql.first(Asked.class, ASKED, categoryCode, grid.value()).flatMap(asked -> {
                    var category = asked.category();
                    if (category == null) {
                        throw Refusal.invalid("request.category-unknown", "categoryCode")
                                .with("categoryCode", categoryCode);
                    }
                    var since = asked.now().minus(config.within());
                    return requests.of(grid, categoryCode, since, MOST_COMPARED, actor)
                            .map(open -> mostSimilar(open, written, category));
                }));
    }

    private List<Similar> mostSimilar(List<TrackedRequest> open, TextLikeness written, String category) {
        return open.stream()
                .map(request -> similar(request, written, category))
                .filter(similar -> similar.likeness() >= config.likeness())
                .sorted(Comparator.comparingDouble(Similar::likeness).reversed())
                .limit(MOST_SHOWN)
                .toList();
    }

    private static Similar similar(TrackedRequest tracked, TextLikeness written, String category) {
        var request = tracked.request();
        return new Similar(
                tracked.id(),
                CountyTime.at(request.visitedAt()).toLocalDate(),
                category,
                request.categoryCode(),
                request.text(),
                tracked.state(),
                Math.round(written.of(request.text()) * 100) / 100d);
    }
}
