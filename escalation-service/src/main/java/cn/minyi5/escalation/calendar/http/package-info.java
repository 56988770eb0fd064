/** The calendar over REST. */
@NullMarked
package cn.minyi5.escalation.calendar.http;

import org.jspecify.annotations.NullMarked;
