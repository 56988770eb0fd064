package cn.minyi5.messaging;

import cn.minyi5.contracts.language.DivisionCode;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** A division code in an entity is its digits in the table. */
@Converter(autoApply = true)
public class DivisionCodeColumn implements AttributeConverter<@Nullable DivisionCode, @Nullable String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable DivisionCode code) {
        return code == null ? null : code.value();
    }

    @Override
    public @Nullable DivisionCode convertToEntityAttribute(@Nullable String value) {
        return value == null ? null : new DivisionCode(value);
    }
}
