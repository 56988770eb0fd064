package cn.minyi5.intake.followup;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.RequestEvent.MaskedCitizen;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 回音清单. Tells a team, before its next visit, whom to bring which answer. */
@ApplicationScoped
public class EchoList {

    /** By hand: a keyset list over a view. */
    private static final String PAGE =
            """
            select echo.*, number as work_order_number, wrapped_key, content,
                   (select count(*) from follow_up_try tried
                    where tried.request_id = echo.request_id and tried.round = echo.round) as tries
            from waiting_echo echo
            left join keys.data_key on data_key.id = echo.request_id
            left join particulars on particulars.request_id = echo.request_id
            where team_code = $1 and (not confidential or recorded_by = $2) and starts_with(grid_code, $5)
              and ($3::uuid is null
                   or (answered_at, echo.request_id) > (
                       select coalesce(own.answered_at, original.answered_at), request.id from request
                       left join known_work_order own on own.request_id = request.id
                       left join duplicate_request duplicate on duplicate.request_id = request.id
                       left join known_work_order original on original.request_id = original_id
                       where request.id = $3))
            order by answered_at, echo.request_id limit $4""";

    private static final String COUNT =
            """
            select count(*) from waiting_echo
            where team_code = $1 and (not confidential or recorded_by = $2) and starts_with(grid_code, $3)""";

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
                        Found.class, PAGE, team, actor.id(), after, Page.oneMoreThan(limit), actor.division())
                .flatMap(found -> sql.value(Long.class, COUNT, team, actor.id(), actor.division())
                        .map(total -> Page.of(found, limit, echo -> echo.asked().requestId(), total)
                                .map(this::masked))));
    }

    private Echo masked(Found echo) {
        var personalData = protection.decrypt(echo.asked().requestId(), echo.personalData());
        return new Echo(echo.asked(), personalData.citizen(), echo.answered());
    }
}
