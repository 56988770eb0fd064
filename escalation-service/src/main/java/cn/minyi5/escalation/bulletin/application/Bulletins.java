package cn.minyi5.escalation.bulletin.application;

import cn.minyi5.escalation.bulletin.domain.Bulletin;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All bulletins; the rows that were frozen for them are {@link FrozenRows}. */
public interface Bulletins {

    Uni<Boolean> exists(YearMonth month);

    /** Takes the next number of a year; nobody else gets any until the end of the transaction. */
    Uni<Integer> takeNumber(Transaction tx, int year);

    /** Begins a bulletin that has no rows yet; false when there is one for the month. */
    Uni<Boolean> begin(Transaction tx, Bulletin bulletin);

    /** Stores how many rows were frozen and their hash. */
    Uni<Void> complete(Transaction tx, Bulletin bulletin);

    Uni<List<Bulletin>> list(@Nullable UUID after, int limit);

    Uni<Long> count();

    /** Null when there is none. */
    Uni<@Nullable Bulletin> find(UUID id);
}
