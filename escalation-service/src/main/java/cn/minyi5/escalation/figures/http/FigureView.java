package cn.minyi5.escalation.figures.http;

import cn.minyi5.escalation.figures.domain.Figure;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param value is there also when it is null: a rate of nothing */
public record FigureView(
        String code,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal value,
        @Nullable Long numerator,
        @Nullable Long denominator) {

    public static List<FigureView> of(List<Figure> figures) {
        return figures.stream()
                .map(figure ->
                        new FigureView(figure.code().code(), figure.value(), figure.numerator(), figure.denominator()))
                .toList();
    }
}
