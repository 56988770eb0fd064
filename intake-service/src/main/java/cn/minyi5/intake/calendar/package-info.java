/** 走访日. On which days of a month teams walk, by rule of the division and by the working calendar as it was published. */
@NullMarked
package cn.minyi5.intake.calendar;

import org.jspecify.annotations.NullMarked;
