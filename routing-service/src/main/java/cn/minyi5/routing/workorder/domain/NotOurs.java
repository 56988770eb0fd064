package cn.minyi5.routing.workorder.domain;

import org.jspecify.annotations.Nullable;

/** 退单理由. Why a department thinks that a work order is not its own: by which clause, and whose it is in their eyes. */
public record NotOurs(String reason, @Nullable String clause, @Nullable String suggestedDepartment) {

    public NotOurs {
        Words.reason(reason, "reason");
        if (clause != null) {
            Words.reason(clause, "clause");
        }
    }
}
