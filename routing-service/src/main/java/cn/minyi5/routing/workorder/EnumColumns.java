package cn.minyi5.routing.workorder;

import cn.minyi5.messaging.EnumColumn;
import cn.minyi5.routing.workorder.domain.Action;
import cn.minyi5.routing.workorder.domain.State;
import jakarta.persistence.Converter;

/** What the work order's own enums are in its tables. */
final class EnumColumns {

    private EnumColumns() {}

    @Converter(autoApply = true)
    static class OfState extends EnumColumn<State> {}

    @Converter(autoApply = true)
    static class OfAction extends EnumColumn<Action> {}
}
