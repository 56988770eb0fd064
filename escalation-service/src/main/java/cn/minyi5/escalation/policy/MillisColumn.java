package cn.minyi5.escalation.policy;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

@Converter(autoApply = true)
class MillisColumn implements AttributeConverter<Duration, Long> {

    @Override
    public @Nullable Long convertToDatabaseColumn(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    @Override
    public @Nullable Duration convertToEntityAttribute(@Nullable Long millis) {
        return millis == null ? null : Duration.ofMillis(millis);
    }
}
