package cn.minyi5.messaging;

import cn.minyi5.contracts.language.Channel;
import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.contracts.language.VisitForm;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.lang.reflect.ParameterizedType;
import org.jspecify.annotations.Nullable;

/**
 * An enum is stored by its name, because domain records cannot say so themselves. A service's own enum needs no more
 * than {@code @Converter(autoApply = true) class StateColumn extends EnumColumn<State> {}}; the contracts' are here.
 */
public abstract class EnumColumn<E extends Enum<E>> implements AttributeConverter<@Nullable E, @Nullable String> {

    private final Class<E> type;

    @SuppressWarnings("unchecked") // the one type argument is E
    protected EnumColumn() {
        var parent = (ParameterizedType) getClass().getGenericSuperclass();
        type = (Class<E>) parent.getActualTypeArguments()[0];
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable E value) {
        return value == null ? null : value.name();
    }

    @Override
    public @Nullable E convertToEntityAttribute(@Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    @Converter(autoApply = true)
    static class OfUrgency extends EnumColumn<Urgency> {}

    @Converter(autoApply = true)
    static class OfResultCode extends EnumColumn<ResultCode> {}

    @Converter(autoApply = true)
    static class OfVisitForm extends EnumColumn<VisitForm> {}

    @Converter(autoApply = true)
    static class OfClockKind extends EnumColumn<ClockKind> {}

    @Converter(autoApply = true)
    static class OfChannel extends EnumColumn<Channel> {}
}
