package cn.minyi5.escalation.figures.http;

import cn.minyi5.escalation.figures.domain.Figure;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** @param value is there also when it is null: a rate of nothing */
public record FigureView(
        String code,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal value,
        @Nullable Long numerator,
        @Nullable Long denominator) {

    public static FigureView of(Figure figure) {
        return new FigureView(figure.code().code(), figure.value(), figure.numerator(), figure.denominator());
    }
}
