package cn.minyi5.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Up to where a group has handled each partition, and up to which moment it therefore knows everything (ADR 0003). SQL
 * by hand: one statement a batch and one a watermark, over all partitions at once.
 */
@ApplicationScoped
class Positions {

    private static final String HANDLED =
            """
            insert into inbox_position as known (consumer_group, topic, partition, next_position)
            select $1, topic, partition, next from unnest($2::text[], $3::int[], $4::bigint[]) as p (topic, partition, next)
            order by topic, partition
            on conflict (consumer_group, topic, partition) do update set
                next_position = greatest(known.next_position, excluded.next_position),
                seen_up_to = case when known.promised_at <= greatest(known.next_position, excluded.next_position)
                                  then known.promised_up_to else known.seen_up_to end,
                promised_up_to = case when known.promised_at <= greatest(known.next_position, excluded.next_position)
                                      then null else known.promised_up_to end,
                promised_at = case when known.promised_at <= greatest(known.next_position, excluded.next_position)
                                   then null else known.promised_at end""";

    /**
     * A promise that cannot be taken up yet stays until it can; only then is the next one looked at. The last one counts,
     * also when it is of an earlier moment: each is true by itself, and a sender's clock that was set back holds what
     * follows from it until it has caught up.
     */
    private static final String PROMISED =
            """
            insert into inbox_position as known (consumer_group, topic, partition, seen_up_to, promised_up_to, promised_at)
            select $1, $2, ordinality - 1, case when at = 0 then $3::timestamptz end,
                   case when at > 0 then $3::timestamptz end, case when at > 0 then at end
            from unnest($4::bigint[]) with ordinality as p (at, ordinality)
            order by ordinality
            on conflict (consumer_group, topic, partition) do update set
                seen_up_to = case when coalesce(excluded.promised_at, 0) <= known.next_position
                                  then coalesce(excluded.promised_up_to, excluded.seen_up_to)
                                  else known.seen_up_to end,
                promised_up_to = case when coalesce(excluded.promised_at, 0) <= known.next_position then null
                                      else coalesce(known.promised_up_to, excluded.promised_up_to) end,
                promised_at = case when coalesce(excluded.promised_at, 0) <= known.next_position then null
                                   else coalesce(known.promised_at, excluded.promised_at) end""";

    private final Sql sql;

    Positions(Sql sql) {
        this.sql = sql;
    }

    /** In the transaction of the records' effects. */
    Uni<Void> handled(String group, List<ConsumerRecord<String, byte[]>> records, Namespace namespace) {
        var next = new HashMap<String, ConsumerRecord<String, byte[]>>();
        records.forEach(record -> next.put(record.topic() + "/" + record.partition(), record));
        var last = new ArrayList<>(next.values());
        return sql.update(
                        HANDLED,
                        group,
                        last.stream()
                                .map(record -> namespace.inside(record.topic()))
                                .toList(),
                        last.stream().map(ConsumerRecord::partition).toList(),
                        last.stream().map(record -> record.offset() + 1).toList())
                .replaceWithVoid();
    }

    /** @param before where each partition of the topic ended when everything up to the moment had been sent */
    Uni<Void> promised(String group, String topic, Instant upTo, List<Long> before) {
        return sql.update(PROMISED, group, topic, upTo, before).replaceWithVoid();
    }
}
