package cn.minyi5.messaging;

import cn.minyi5.contracts.language.GridCode;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** A grid code in an entity is its 15 digits in the table. */
@Converter(autoApply = true)
public class GridCodeColumn implements AttributeConverter<@Nullable GridCode, @Nullable String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable GridCode code) {
        return code == null ? null : code.value();
    }

    @Override
    public @Nullable GridCode convertToEntityAttribute(@Nullable String value) {
        return value == null ? null : new GridCode(value);
    }
}
