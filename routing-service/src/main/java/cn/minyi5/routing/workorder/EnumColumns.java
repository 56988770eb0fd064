package cn.minyi5.routing.workorder;

import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.routing.workorder.domain.Action;
import cn.minyi5.routing.workorder.domain.State;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Enums are stored by name; the domain, where the attributes are, says nothing about storing. */
abstract class EnumColumns<E extends Enum<E>> implements AttributeConverter<E, String> {

    private final Class<E> type;

    EnumColumns(Class<E> type) {
        this.type = type;
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
    static class OfState extends EnumColumns<State> {
        OfState() {
            super(State.class);
        }
    }

    @Converter(autoApply = true)
    static class OfAction extends EnumColumns<Action> {
        OfAction() {
            super(Action.class);
        }
    }

    @Converter(autoApply = true)
    static class OfUrgency extends EnumColumns<Urgency> {
        OfUrgency() {
            super(Urgency.class);
        }
    }

    @Converter(autoApply = true)
    static class OfResultCode extends EnumColumns<ResultCode> {
        OfResultCode() {
            super(ResultCode.class);
        }
    }
}
