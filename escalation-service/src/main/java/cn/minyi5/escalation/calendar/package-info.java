/** 工作日历. Which days are worked, as the State Council's yearly notices have it; told to whoever counts by it. */
@NullMarked
package cn.minyi5.escalation.calendar;

import org.jspecify.annotations.NullMarked;
