package cn.minyi5.notification.workorder.domain;

import cn.minyi5.contracts.language.GridCode;
import java.util.UUID;

/** 工单. What a message may say about a work order: never its text, never the citizen. */
public record WorkOrder(UUID id, String number, GridCode grid, boolean confidential) {}
