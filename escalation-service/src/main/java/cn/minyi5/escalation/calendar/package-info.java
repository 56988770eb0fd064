/** 工作日历. Which days are worked, as the State Council's yearly notices have it. */
@NullMarked
package cn.minyi5.escalation.calendar;

import org.jspecify.annotations.NullMarked;
