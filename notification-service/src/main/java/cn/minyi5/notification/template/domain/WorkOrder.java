package cn.minyi5.notification.template.domain;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.GridCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 工单. What a message may say about a work order: never its text, never the citizen.
 *
 * @param team code of the team that will tell the citizen, where the event names it
 */
public record WorkOrder(UUID id, String number, @Nullable GridCode grid, boolean confidential, @Nullable String team) {

    WorkOrder(UUID id, String number, String gridCode, boolean confidential) {
        this(id, number, new GridCode(gridCode), confidential, null);
    }

    /**
     * Without facts, as on events from before these travelled with them, nothing but the id is known: it may be a
     * complaint about officials, so it is treated as one.
     */
    static WorkOrder of(UUID id, WorkOrderEvent.@Nullable Facts facts) {
        return facts == null
                ? new WorkOrder(id, id.toString(), null, true, null)
                : new WorkOrder(
                        id, facts.number(), new GridCode(facts.gridCode()), facts.confidential(), facts.teamCode());
    }
}
