/** 工作日历. Which days are worked, and what the county's wall clocks show; a year without data is unknown. */
@NullMarked
package cn.minyi5.escalation.calendar.domain;

import org.jspecify.annotations.NullMarked;
