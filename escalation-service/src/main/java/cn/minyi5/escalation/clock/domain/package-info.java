/** 时钟. What one clock of one work order says, and when each rung of its ladder comes: pure arithmetic of moments. */
@NullMarked
package cn.minyi5.escalation.clock.domain;

import org.jspecify.annotations.NullMarked;
