package cn.minyi5.escalation.bulletin.application;

import cn.minyi5.escalation.bulletin.domain.Bulletin;
import cn.minyi5.escalation.figures.domain.EvidenceRow;
import cn.minyi5.escalation.figures.domain.FigureCode;
import cn.minyi5.escalation.figures.domain.Period;
import cn.minyi5.escalation.figures.domain.Tally;
import cn.minyi5.escalation.sight.Sight;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All bulletins, with the rows that were frozen for them. */
public interface Bulletins {

    Uni<Boolean> exists(YearMonth month);

    /** Takes the next number of a year; nobody else gets any until the end of the transaction. */
    Uni<Integer> takeNumber(Transaction tx, int year);

    /** Begins a bulletin that has no rows yet; false when there is one for the month. */
    Uni<Boolean> begin(Transaction tx, Bulletin bulletin);

    /** Copies the evidence of the period as it now stands, in the order of figures, moments and subjects. */
    Uni<Integer> freeze(Transaction tx, UUID id, Period period);

    /** Stores how many rows were frozen and their hash. */
    Uni<Void> complete(Transaction tx, Bulletin bulletin);

    /** Rows of a bulletin that is being issued, in their order. */
    Uni<List<EvidenceRow>> page(Transaction tx, UUID id, int afterNo, int limit);

    /** Counted from the frozen rows: of the whole under the empty key, and of each department under its code. */
    Uni<Map<String, Map<FigureCode, Tally>>> tallies(Transaction tx, UUID id);

    Uni<Map<String, Map<FigureCode, Tally>>> tallies(UUID id);

    Uni<List<Bulletin>> list(@Nullable UUID after, int limit);

    Uni<Long> count();

    /** Null when there is none. */
    Uni<@Nullable Bulletin> find(UUID id);

    Uni<NumberedRows> rows(UUID id, int afterNo, int limit, Sight sight);

    /** @param lastNo of the last row of the page, 0 for an empty one */
    record NumberedRows(List<EvidenceRow> rows, int lastNo, long total) {}
}
