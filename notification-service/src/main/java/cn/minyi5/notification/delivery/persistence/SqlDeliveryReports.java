package cn.minyi5.notification.delivery.persistence;

import cn.minyi5.messaging.Transactions;
import cn.minyi5.notification.delivery.application.DeliveryReport;
import cn.minyi5.notification.delivery.application.DeliveryReports;
import cn.minyi5.notification.delivery.domain.ChannelCode;
import cn.minyi5.notification.delivery.domain.DeliveryState;
import cn.minyi5.notification.template.domain.OccasionCode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SqlDeliveryReports implements DeliveryReports {

    private static final String PAGE =
            """
            select d.*, m.event_id, m.occasion, m.about
            from delivery d join message m on m.id = d.message_id
            where ($1::text is null or d.state = $1)
                and (m.place is null or starts_with(m.place, $2))
                and (not m.confidential or $3)
                and ($4::uuid is null or d.id < $4)
            order by d.id desc limit $5""";
    private static final String COUNT =
            """
            select count(*) from delivery d join message m on m.id = d.message_id
            where ($1::text is null or d.state = $1)
                and (m.place is null or starts_with(m.place, $2))
                and (not m.confidential or $3)""";

    private final Transactions transactions;

    SqlDeliveryReports(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<List<DeliveryReport>> page(Sight sight, @Nullable UUID after, int limit) {
        return transactions
                .pool()
                .preparedQuery(PAGE)
                .execute(values(sight).addUUID(after).addInteger(limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SqlDeliveryReports::report)
                        .toList());
    }

    @Override
    public Uni<Long> count(Sight sight) {
        return transactions.pool().preparedQuery(COUNT).execute(values(sight)).map(rows -> rows.iterator()
                .next()
                .getLong(0));
    }

    private static Tuple values(Sight sight) {
        var state = sight.state();
        return Tuple.of(
                state == null ? null : state.name(), sight.jurisdiction().value(), sight.confidentialToo());
    }

    private static DeliveryReport report(Row row) {
        return new DeliveryReport(
                row.getUUID("id"),
                row.getUUID("event_id"),
                OccasionCode.valueOf(row.getString("occasion")),
                row.getString("about"),
                row.getString("recipient"),
                ChannelCode.valueOf(row.getString("channel")),
                DeliveryState.valueOf(row.getString("state")),
                row.getInteger("tries"),
                row.getOffsetDateTime("next_try_at"),
                row.getOffsetDateTime("ended_at"),
                row.getString("reason"));
    }
}
