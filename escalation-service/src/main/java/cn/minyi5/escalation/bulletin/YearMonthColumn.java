package cn.minyi5.escalation.bulletin;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** As yyyy-MM. */
@Converter(autoApply = true)
class YearMonthColumn implements AttributeConverter<YearMonth, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable YearMonth month) {
        return month == null ? null : month.toString();
    }

    @Override
    public @Nullable YearMonth convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : YearMonth.parse(text);
    }
}
