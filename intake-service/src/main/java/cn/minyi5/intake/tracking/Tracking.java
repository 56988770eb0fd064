package cn.minyi5.intake.tracking;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.intake.request.domain.KnownWorkOrder;
import cn.minyi5.intake.request.domain.KnownWorkOrder.AcceptedReply;
import cn.minyi5.intake.request.domain.KnownWorkOrder.Ending;
import cn.minyi5.intake.request.domain.Outcome;
import cn.minyi5.intake.request.domain.QueryCode;
import cn.minyi5.intake.request.domain.RequestState;
import cn.minyi5.intake.tracking.domain.Progress;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 进度查询. Says to anybody who has the code what became of the request. */
@ApplicationScoped
public class Tracking {

    /** By hand: for strangers, so without the tables of personal data, which an entity brings along. */
    private static final String FIND =
            """
            select outcome, visited_at as received_at, withdrawal.request_id is not null as withdrawn, followed_up_round, category.name as category,
                   category_code = 'ZX02' or coalesce(known.confidential, false) as confidential,
                   greatest(visited_at, held_at, answered_at, ended_at, followed_up_at, consented_at) as last_step_at,
                   known.id as order_id, number, holder, round, answered_round, result_code, answer, answered_at, ended
            from request
            left join known_work_order known on known.request_id = request.id
            left join lateral (
                select max(round) as followed_up_round, max(followed_up_at) as followed_up_at
                from follow_up where follow_up.request_id = request.id) asked on true
            left join withdrawal on withdrawal.request_id = request.id
            left join category on category.code = category_code and starts_with(grid_code, category.division)
            where query_code = $1 limit 2""";

    private final Transactions transactions;
    private final Sql sql;

    Tracking(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    private record Answered(int answeredRound, ResultCode resultCode, String answer, Instant answeredAt) {

        AcceptedReply reply() {
            return new AcceptedReply(answeredRound, resultCode, answer, answeredAt);
        }
    }

    private record Order(UUID orderId, String number, @Nullable String holder, int round, @Nullable Ending ended) {

        KnownWorkOrder known(@Nullable Answered answered) {
            var reply = answered == null ? null : answered.reply();
            return new KnownWorkOrder(orderId, number, false, holder, List.of(), round, reply, ended);
        }
    }

    private record Found(
            Outcome outcome,
            Instant receivedAt,
            @Nullable Integer followedUpRound,
            @Nullable String category,
            boolean confidential,
            boolean withdrawn,
            Instant lastStepAt,
            @Nullable Order order,
            @Nullable Answered answered) {

        Progress progress() {
            var known = order == null ? null : order.known(answered);
            var state = RequestState.of(outcome, known, followedUpRound == null ? 0 : followedUpRound, withdrawn);
            if (confidential) {
                return Progress.ofComplaintAboutOfficials(state);
            }
            var answer = known == null ? null : known.currentAnswer();
            return Progress.of(state, receivedAt, category, lastStepAt, answer == null ? null : answer.resultCode());
        }
    }

    /** @throws Refusal {@code tracking.code-unknown}; also where two requests have it, for it may be the other's */
    public Uni<Progress> show(QueryCode code) {
        return transactions.read(() -> sql.list(Found.class, FIND, code.value()).map(found -> {
            if (found.size() != 1) {
                throw Refusal.notFound("tracking.code-unknown");
            }
            return found.get(0).progress();
        }));
    }
}
