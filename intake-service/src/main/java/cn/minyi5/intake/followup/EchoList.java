package cn.minyi5.intake.followup;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Actor;
import cn.minyi5.contracts.RequestEvent.MaskedCitizen;
import cn.minyi5.contracts.language.MonthRange;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.intake.request.PersonalDataProtection;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.privacy.Encrypted;
import cn.minyi5.web.Page;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 回音清单. Tells a team, before its next visit, whom to bring which answer, and the offices what of a jurisdiction waits to
 * be brought.
 */
@ApplicationScoped
public class EchoList {

    private final Transactions transactions;
    private final Sql sql;
    private final PersonalDataProtection protection;

    EchoList(Transactions transactions, Sql sql, PersonalDataProtection protection) {
        this.transactions = transactions;
        this.sql = sql;
        this.protection = protection;
    }

    /** 回音. One request whose answer must be brought to the citizen. */
    public record Echo(@JsonUnwrapped Asked asked, MaskedCitizen citizen, @JsonUnwrapped Answered answered) {}

    public record Asked(
            UUID requestId,
            @Nullable UUID visitId,
            String gridCode,
            String teamCode,
            String categoryCode,
            String text,
            OffsetDateTime visitedAt) {}

    /**
     * @param tries days on which nobody was reached so far
     * @param originalId of whose order it is the answer, where the request repeats another one
     */
    public record Answered(
            String workOrderNumber,
            int round,
            ResultCode resultCode,
            String answer,
            OffsetDateTime answeredAt,
            long tries,
            @Nullable UUID originalId) {}

    private record Found(Asked asked, @Nullable Encrypted personalData, Answered answered) {}

    /** The oldest answer first, from the request after {@code after}; complaints about officials for who took them. */
    public Uni<Page<Echo>> page(Actor actor, @Nullable UUID after, int limit) {
        var team = actor.team();
        if (team == null) {
            throw Refusal.forbidden("actor.without-team");
        }
        return transactions.read(() -> sql.list(
                        Found.class,
                        EchoListSql.OF_TEAM,
                        actor.division(),
                        after,
                        Page.oneMoreThan(limit),
                        team,
                        actor.id())
                .flatMap(found -> sql.value(Long.class, EchoListSql.COUNT_OF_TEAM, actor.division(), team, actor.id())
                        .map(total -> page(found, limit, total))));
    }

    /**
     * What all teams of a place have to bring, the oldest answer first; complaints about officials are on no such list.
     *
     * @param visited when it was asked for; null: whenever
     */
    public Uni<Page<Echo>> page(AccessScope scope, @Nullable MonthRange visited, @Nullable UUID after, int limit) {
        var begin = visited == null ? null : visited.begin();
        var end = visited == null ? null : visited.end();
        var place = scope.division();
        return transactions.read(
                () -> sql.list(Found.class, EchoListSql.OF_PLACE, place, after, Page.oneMoreThan(limit), begin, end)
                        .flatMap(found -> sql.value(Long.class, EchoListSql.COUNT_OF_PLACE, place, begin, end)
                                .map(total -> page(found, limit, total))));
    }

    private Page<Echo> page(List<Found> found, int limit, long total) {
        return Page.of(found, limit, echo -> echo.asked().requestId(), total).map(this::masked);
    }

    private Echo masked(Found echo) {
        var personalData = protection.decrypt(echo.asked().requestId(), echo.personalData());
        return new Echo(echo.asked(), personalData.citizen(), echo.answered());
    }
}
