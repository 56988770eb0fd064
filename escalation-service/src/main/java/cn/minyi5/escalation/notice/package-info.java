/** 督办通知单. Issued when a clock reaches the rung NOTICE, numbered without gaps, and read by those it concerns. */
@NullMarked
package cn.minyi5.escalation.notice;

import org.jspecify.annotations.NullMarked;
