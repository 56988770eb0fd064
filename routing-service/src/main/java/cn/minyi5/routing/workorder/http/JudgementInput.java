package cn.minyi5.routing.workorder.http;

import cn.minyi5.routing.workorder.domain.Words;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param reason must be there where the answer is no */
record JudgementInput(@NotNull Boolean accept, @Nullable @Size(max = Words.LONGEST_REASON) String reason) {}
