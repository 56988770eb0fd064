package cn.minyi5.escalation.bulletin.application;

import cn.minyi5.escalation.figures.domain.EvidenceRow;
import cn.minyi5.escalation.figures.domain.FigureCode;
import cn.minyi5.escalation.figures.domain.Period;
import cn.minyi5.escalation.figures.domain.Tally;
import cn.minyi5.escalation.sight.Sight;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows behind a bulletin as they stood when it was issued, numbered from 1 in the order of the hash. */
public interface FrozenRows {

    /**
     * Copies the evidence of the period as it now stands, in the order of figures, moments and subjects; returns how many
     * rows that were.
     */
    Uni<Integer> freeze(Transaction tx, UUID bulletin, Period period);

    /** Rows of a bulletin that is being issued. */
    Uni<List<EvidenceRow>> page(Transaction tx, UUID bulletin, int afterNo, int limit);

    /** Counted from the rows: of the whole under the empty key, and of each department under its code. */
    Uni<Map<String, Map<FigureCode, Tally>>> tallies(Transaction tx, UUID bulletin);

    Uni<Map<String, Map<FigureCode, Tally>>> tallies(UUID bulletin);

    Uni<NumberedRows> list(UUID bulletin, int afterNo, int limit, Sight sight);

    /** @param lastNo of the last row of the page, 0 for an empty one */
    record NumberedRows(List<EvidenceRow> rows, int lastNo, long total) {}
}
