package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.language.Refusal;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** 并案. The order that goes on in the place of one that was merged into it. */
@Embeddable
public record Parent(UUID workOrderId, String number) {

    /** In characters: what any county's numbers have room in. */
    public static final int LONGEST_NUMBER = 64;

    /**
     * Both of one county and neither confidential; the parent goes on, so that a chain of merged orders cannot come about.
     */
    static Parent of(WorkOrder merged, WorkOrder parent) {
        var own = merged.request();
        var others = parent.request();
        if (!own.grid().division().county().equals(others.grid().division().county()) || others.confidential()) {
            throw Refusal.invalid("work-order.parent-unknown", "parent");
        }
        if (merged.id().equals(parent.id())) {
            throw Refusal.invalid("work-order.parent-is-itself", "parent");
        }
        own.requireOrdinary();
        if (parent.state().isFinal()) {
            throw Refusal.conflict("work-order.parent-not-open")
                    .with("parentState", parent.state().name());
        }
        return new Parent(parent.id(), parent.origin().number());
    }
}
