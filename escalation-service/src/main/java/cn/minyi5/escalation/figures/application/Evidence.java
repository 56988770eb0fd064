package cn.minyi5.escalation.figures.application;

import cn.minyi5.escalation.figures.domain.EvidenceRow;
import cn.minyi5.escalation.figures.domain.FigureCode;
import cn.minyi5.escalation.figures.domain.Grouping;
import cn.minyi5.escalation.figures.domain.Period;
import cn.minyi5.escalation.figures.domain.Tally;
import cn.minyi5.escalation.paging.Keyset;
import cn.minyi5.escalation.sight.Sight;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows behind every figure. Figures are counted from them and from nothing else. */
public interface Evidence {

    Uni<Map<FigureCode, Tally>> tallies(Period period, Sight sight);

    /** By the key of the group: department code, township code, or month as yyyy-MM; in the order of the keys. */
    Uni<Map<String, Map<FigureCode, Tally>>> tallies(Period period, Grouping grouping, Sight sight);

    /** By the moment that puts a row into its month. */
    Uni<Rows> rows(
            FigureCode figure,
            Period period,
            @Nullable String department,
            @Nullable Keyset after,
            int limit,
            Sight sight);

    record Rows(List<EvidenceRow> rows, long total) {}
}
