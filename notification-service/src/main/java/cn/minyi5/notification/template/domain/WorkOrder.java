package cn.minyi5.notification.template.domain;

import cn.minyi5.contracts.language.GridCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 工单. What a message may say about a work order: never its text, never the citizen. */
public record WorkOrder(UUID id, String number, @Nullable GridCode grid, boolean confidential) {

    /**
     * A work order of which nothing but the id is known, as on events from before its facts travelled with them. It may
     * be a complaint about officials, so it is treated as one.
     */
    public static WorkOrder unknown(UUID id) {
        return new WorkOrder(id, id.toString(), null, true);
    }
}
