package cn.minyi5.escalation.policy;

import cn.minyi5.contracts.language.Urgency;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

@Converter(autoApply = true)
class UrgencyColumn implements AttributeConverter<Urgency, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Urgency urgency) {
        return urgency == null ? null : urgency.name();
    }

    @Override
    public @Nullable Urgency convertToEntityAttribute(@Nullable String name) {
        return name == null ? null : Urgency.valueOf(name);
    }
}
