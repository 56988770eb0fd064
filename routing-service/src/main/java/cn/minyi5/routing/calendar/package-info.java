/** 工作日历. Which days are worked, as escalation publishes it; routing counts return windows by it. */
@NullMarked
package cn.minyi5.routing.calendar;

import org.jspecify.annotations.NullMarked;
