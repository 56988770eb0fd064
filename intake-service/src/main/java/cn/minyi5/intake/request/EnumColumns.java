package cn.minyi5.intake.request;

import cn.minyi5.intake.request.domain.KnownWorkOrder.Ending;
import cn.minyi5.intake.request.domain.Outcome;
import cn.minyi5.messaging.EnumColumn;
import jakarta.persistence.Converter;

/** What the request's own enums are in its tables. */
final class EnumColumns {

    private EnumColumns() {}

    @Converter(autoApply = true)
    static class OfOutcome extends EnumColumn<Outcome> {}

    @Converter(autoApply = true)
    static class OfEnding extends EnumColumn<Ending> {}
}
