/** Loading a year of the calendar and asking it. */
@NullMarked
package cn.minyi5.escalation.calendar.application;

import org.jspecify.annotations.NullMarked;
