package cn.minyi5.routing.workorder;

import cn.minyi5.web.Command;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person wants to do something to a work order.
 *
 * @param other another order that it concerns, such as the parent of a merger; null if none
 * @param seenVersion the version they had before their eyes when they decided, or null if they do not say
 */
public record Attempt(UUID workOrderId, @Nullable UUID other, Command command, @Nullable Integer seenVersion) {

    public Attempt(UUID workOrderId, Command command, @Nullable Integer seenVersion) {
        this(workOrderId, null, command, seenVersion);
    }

    Attempt naming(@Nullable UUID another) {
        return new Attempt(workOrderId, another, command, seenVersion);
    }

    List<UUID> orders() {
        return other == null ? List.of(workOrderId) : List.of(workOrderId, other);
    }
}
