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
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 回音清单. Tells a team, before its next visit, whom to bring which answer. */
@ApplicationScoped
public class EchoList {

    /** By hand: a keyset list over a view. */
    private static final String PAGE =
            """
            select echo.*, wrapped_key, content
            from waiting_echo echo
            left join data_key on data_key.request_id = echo.request_id
            left join particulars on particulars.request_id = echo.request_id
            where team_code = $1
              and ($2::uuid is null
                   or (answered_at, echo.request_id) > (select answered_at, request_id from known_work_order
                                                        where request_id = $2))
            order by answered_at, echo.request_id limit $3""";

    private static final String COUNT = "select count(*) as total from waiting_echo where team_code = $1";

    private final Transactions transactions;
    private final Sql sql;
    private final PersonalDataProtection protection;

    EchoList(Transactions transactions, Sql sql, PersonalDataProtection protection) {
        this.transactions = transactions;
        this.sql = sql;
        this.protection = protection;
    }

    /** 回音. One request whose answer must be brought to the citizen. */
    public record Echo(
            UUID requestId,
            UUID visitId,
            String gridCode,
            String categoryCode,
            String text,
            Instant visitedAt,
            @Nullable Encrypted personalData,
            String number,
            int round,
            ResultCode resultCode,
            String answer,
            Instant answeredAt) {}

    private record Count(long total) {}

    /**
     * The oldest answer first, from the request after {@code after}.
     *
     * @throws Refusal {@code actor.without-team}
     */
    public Uni<Page<Echo>> page(Actor actor, @Nullable UUID after, int limit) {
        var team = actor.team();
        if (team == null) {
            throw Refusal.forbidden("actor.without-team");
        }
        return transactions.read(() -> sql.first(Count.class, COUNT, team)
                .flatMap(count -> sql.list(Echo.class, PAGE, team, after, Page.oneMoreThan(limit))
                        .map(found -> Page.of(found, limit, Echo::requestId, count.total()))));
    }

    /** The citizen as a list may show them. */
    public MaskedCitizen citizenOf(Echo echo) {
        return PersonalDataProtection.masked(protection.decrypt(echo.requestId(), echo.personalData()));
    }
}
