package cn.minyi5.intake.request;

import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.contracts.language.VisitForm;
import cn.minyi5.intake.request.domain.KnownWorkOrder.Ending;
import cn.minyi5.intake.request.domain.Outcome;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Enums of domain records are stored by their names; the records themselves cannot say so. */
final class EnumColumns {

    private EnumColumns() {}

    abstract static class ByName<E extends Enum<E>> implements AttributeConverter<@Nullable E, @Nullable String> {

        private final Class<E> type;

        ByName(Class<E> type) {
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
    }

    @Converter(autoApply = true)
    static class UrgencyColumn extends ByName<Urgency> {
        UrgencyColumn() {
            super(Urgency.class);
        }
    }

    @Converter(autoApply = true)
    static class OutcomeColumn extends ByName<Outcome> {
        OutcomeColumn() {
            super(Outcome.class);
        }
    }

    @Converter(autoApply = true)
    static class ResultCodeColumn extends ByName<ResultCode> {
        ResultCodeColumn() {
            super(ResultCode.class);
        }
    }

    @Converter(autoApply = true)
    static class EndingColumn extends ByName<Ending> {
        EndingColumn() {
            super(Ending.class);
        }
    }

    @Converter(autoApply = true)
    static class VisitFormColumn extends ByName<VisitForm> {
        VisitFormColumn() {
            super(VisitForm.class);
        }
    }
}
