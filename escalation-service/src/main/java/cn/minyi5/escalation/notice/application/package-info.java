/** Issuing notices, numbered without gaps. */
@NullMarked
package cn.minyi5.escalation.notice.application;

import org.jspecify.annotations.NullMarked;
