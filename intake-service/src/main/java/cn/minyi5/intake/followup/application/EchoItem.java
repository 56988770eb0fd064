package cn.minyi5.intake.followup.application;

import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.privacy.Sealed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 回音. One request whose answer must be brought to the citizen. */
public record EchoItem(
        UUID requestId,
        UUID visitId,
        String gridCode,
        String categoryCode,
        String text,
        Instant visitedAt,
        @Nullable Sealed particulars,
        String workOrderNumber,
        int round,
        ResultCode resultCode,
        String answer,
        Instant answeredAt) {}
