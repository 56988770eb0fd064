package cn.minyi5.escalation.policy;

import cn.minyi5.contracts.language.ClockKind;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

@Converter(autoApply = true)
class ClockKindColumn implements AttributeConverter<ClockKind, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ClockKind clock) {
        return clock == null ? null : clock.name();
    }

    @Override
    public @Nullable ClockKind convertToEntityAttribute(@Nullable String name) {
        return name == null ? null : ClockKind.valueOf(name);
    }
}
