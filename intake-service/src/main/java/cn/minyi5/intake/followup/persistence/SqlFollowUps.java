package cn.minyi5.intake.followup.persistence;

import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.intake.followup.application.EchoItem;
import cn.minyi5.intake.followup.application.FollowUps;
import cn.minyi5.intake.followup.domain.FollowUp;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.privacy.Sealed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SqlFollowUps implements FollowUps {

    private static final String ADD =
            """
            insert into follow_up (request_id, round, solved, satisfied, followed_up_by, followed_up_at)
            values ($1, $2, $3, $4, $5, $6) on conflict do nothing""";

    private static final String BRING_IN =
            """
            insert into follow_up (request_id, round, solved, satisfied, followed_up_at) values ($1, 1, $2, $3, $4)
            on conflict do nothing""";

    private static final String ECHO_LIST =
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

    private static final String COUNT = "select count(*) from waiting_echo where team_code = $1";

    private final Transactions transactions;

    SqlFollowUps(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Boolean> add(Transaction tx, FollowUp followUp, String followedUpBy) {
        return tx.connection()
                .preparedQuery(ADD)
                .execute(Tuple.of(
                        followUp.requestId(),
                        followUp.round(),
                        followUp.solved().name(),
                        followUp.satisfied().name(),
                        followedUpBy,
                        tx.now().atOffset(ZoneOffset.UTC)))
                .map(added -> added.rowCount() == 1);
    }

    @Override
    public Uni<Void> bringIn(Transaction tx, List<PastFollowUp> followUps) {
        if (followUps.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var tuples = followUps.stream()
                .map(past -> Tuple.of(
                        past.requestId(),
                        past.solved().name(),
                        past.satisfied().name(),
                        past.followedUpAt().atOffset(ZoneOffset.UTC)))
                .toList();
        return tx.connection().preparedQuery(BRING_IN).executeBatch(tuples).replaceWithVoid();
    }

    @Override
    public Uni<List<EchoItem>> echoList(String teamCode, @Nullable UUID after, int limit) {
        return transactions
                .pool()
                .preparedQuery(ECHO_LIST)
                .execute(Tuple.of(teamCode, after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SqlFollowUps::item)
                        .toList());
    }

    @Override
    public Uni<Long> countEchoes(String teamCode) {
        return transactions
                .pool()
                .preparedQuery(COUNT)
                .execute(Tuple.of(teamCode))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static EchoItem item(Row row) {
        return new EchoItem(
                row.getUUID("request_id"),
                row.getUUID("visit_id"),
                row.getString("grid_code"),
                row.getString("category_code"),
                row.getString("text"),
                row.getOffsetDateTime("visited_at").toInstant(),
                particulars(row),
                row.getString("number"),
                row.getInteger("round"),
                ResultCode.valueOf(row.getString("result_code")),
                row.getString("answer"),
                row.getOffsetDateTime("answered_at").toInstant());
    }

    private static @Nullable Sealed particulars(Row row) {
        var key = row.get(Buffer.class, "wrapped_key");
        var content = row.get(Buffer.class, "content");
        return key == null || content == null ? null : new Sealed(key.getBytes(), content.getBytes());
    }
}
