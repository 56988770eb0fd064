package cn.minyi5.escalation.figures;

import cn.minyi5.escalation.figures.domain.FigureCode;
import cn.minyi5.escalation.figures.domain.Tally;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A figure and what it was made of.
 *
 * @param value a count, or a rate to 4 decimals; told also when it is null: a rate of nothing
 * @param numerator null for a count
 * @param denominator null for a count
 */
public record Figure(
        String code,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal value,
        @Nullable Long numerator,
        @Nullable Long denominator) {

    public static Figure of(FigureCode code, Tally tally) {
        return code.isRate()
                ? new Figure(code.code(), tally.rate(), tally.counted(), tally.rows())
                : new Figure(code.code(), BigDecimal.valueOf(tally.counted()), null, null);
    }

    /** One of each code, in the order of the codes; what was not tallied is nothing. */
    public static List<Figure> of(Collection<FigureCode> codes, Map<FigureCode, Tally> tallies) {
        return codes.stream()
                .sorted()
                .map(code -> of(code, tallies.getOrDefault(code, Tally.NOTHING)))
                .toList();
    }
}
