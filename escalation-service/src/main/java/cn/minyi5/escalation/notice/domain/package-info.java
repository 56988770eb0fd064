/** 督办通知单. A supervision notice and its number. */
@NullMarked
package cn.minyi5.escalation.notice.domain;

import org.jspecify.annotations.NullMarked;
