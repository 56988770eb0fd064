package cn.minyi5.routing.suggestion;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.suggestion.SuggestionModel.Learnt;
import cn.minyi5.routing.suggestion.SuggestionView.Outcome;
import cn.minyi5.routing.suggestion.domain.AnsweredOrder;
import cn.minyi5.routing.suggestion.domain.TrainingHistory;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * 训练. Learns a county's model anew from its answered orders: when somebody wants it, and else in the night when the last
 * one is old. One copy takes a county; whoever dies over it leaves it to the others when its lease is over.
 */
@ApplicationScoped
class TrainModels {

    private static final Logger LOG = Logger.getLogger(TrainModels.class);

    /** In Asia/Shanghai: nobody waits for an answer then. */
    private static final int NIGHT_BEGINS = 2;

    private static final int NIGHT_ENDS = 5;

    /** By hand, like the next: what HQL cannot say, on conflict and skip locked. */
    private static final String KNOW_COUNTIES =
            """
            insert into suggestion_training (division) select county from work_order_number_taken
            on conflict do nothing""";

    private static final String TAKE =
            """
            update suggestion_training set taken_until = now() + make_interval(secs => $1)
            where division = (
                select division from suggestion_training training
                where (taken_until is null or taken_until <= now())
                  and (wanted_at is not null
                       or $2 and (tried_at is null or tried_at <= now() - make_interval(secs => $3))
                          and not exists (select from suggestion_setting setting
                                          where setting.division = training.division and not enabled))
                order by wanted_at nulls last, division limit 1 for update skip locked)
            returning division, wanted_at, coalesce(wanted_by, '自动') as by, taken_until""";

    /**
     * By hand: a report over the county's newest orders that a department has answered for. Complaints about officials
     * are none of them.
     */
    private static final String HISTORY =
            """
            select text, category_code, grid_code as grid, lead
            from (select id, text, category_code, grid_code, lead, opened_at from work_order
                  where left(grid_code, 6) = $1 and not confidential and lead is not null
                    and (state in ('REPLY_REVIEW', 'FOLLOW_UP', 'SUSPENDED', 'CLOSED') or round > 1)
                  order by opened_at desc, id desc limit $2) newest
            order by opened_at, id""";

    /** By hand: only whoever still has the county; what was wanted meanwhile is still wanted. */
    private static final String FINISH =
            """
            update suggestion_training
            set wanted_at = nullif(wanted_at, $3), taken_until = null, tried_at = $4, outcome = $5, orders = $6
            where division = $1 and taken_until = $2""";

    private final Transactions transactions;
    private final Sql sql;
    private final SuggestionModels models;
    private final SuggestionConfig config;
    private final Executor workers = Infrastructure.getDefaultWorkerPool();

    TrainModels(Transactions transactions, Sql sql, SuggestionModels models, SuggestionConfig config) {
        this.transactions = transactions;
        this.sql = sql;
        this.models = models;
        this.config = config;
    }

    private record Training(String division, @Nullable Instant wantedAt, String by, Instant takenUntil) {}

    @Scheduled(
            identity = "suggestion-models",
            every = "${minyi5.suggestion.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> trainDue() {
        return transactions.read(transactions::moment).flatMap(this::trainDueAt);
    }

    /** One county after the other until none is due. */
    Uni<Void> trainDueAt(Instant now) {
        var hour = CountyTime.at(now).getHour();
        var isNight = NIGHT_BEGINS <= hour && hour < NIGHT_ENDS;
        return transactions
                .read(() -> sql.update(KNOW_COUNTIES)
                        .chain(() -> sql.first(
                                Training.class, TAKE, (double) config.lease().toSeconds(), isNight, (double)
                                        config.renewedAfter().toSeconds())))
                .onItem()
                .ifNotNull()
                .transformToUni(training -> train(training).chain(() -> trainDueAt(now)));
    }

    private Uni<Void> train(Training training) {
        return transactions
                .read(() -> sql.list(AnsweredOrder.class, HISTORY, training.division(), config.mostOrders()))
                .emitOn(workers)
                .map(TrainingHistory::of)
                .flatMap(history -> history.isEnough(config.leastOrders())
                        ? finish(training, Outcome.TRAINED, history, SuggestionModel.learn(history))
                        : finish(training, Outcome.TOO_LITTLE_HISTORY, history, null))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.errorf(failure, "suggestions of %s could not be learnt", training.division());
                    return finish(training, Outcome.FAILED, TrainingHistory.NONE, null);
                });
    }

    private Uni<Void> finish(Training training, Outcome outcome, TrainingHistory history, @Nullable Learnt learnt) {
        var county = new DivisionCode(training.division());
        return transactions.run(now -> {
            transactions.logged().bySystem("trainSuggestions", training.division());
            return sql.update(
                            FINISH,
                            training.division(),
                            training.takenUntil(),
                            training.wantedAt(),
                            now,
                            outcome,
                            history.orders().size())
                    .flatMap(mine -> mine == 0 || learnt == null
                            ? Uni.createFrom().voidItem()
                            : models.store(county, learnt, now, training.by()).replaceWithVoid())
                    .invoke(() -> LOG.infof(
                            "suggestions of %s: %s from %d orders",
                            training.division(), outcome, history.orders().size()));
        });
    }
}
