package cn.minyi5.routing.workorder.http;

import cn.minyi5.routing.workorder.domain.Words;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why somebody does it. */
record ReasonInput(@NotBlank @Size(max = Words.LONGEST_REASON) String reason) {}
