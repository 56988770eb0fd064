/** The calendar's days in PostgreSQL. */
@NullMarked
package cn.minyi5.escalation.calendar.persistence;

import org.jspecify.annotations.NullMarked;
