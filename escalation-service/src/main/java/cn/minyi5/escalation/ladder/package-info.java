/** 催办、红牌、督办. Fires what has come due, exactly once and never on a guess. */
@NullMarked
package cn.minyi5.escalation.ladder;

import org.jspecify.annotations.NullMarked;
