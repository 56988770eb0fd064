/** Notices over REST. */
@NullMarked
package cn.minyi5.escalation.notice.http;

import org.jspecify.annotations.NullMarked;
