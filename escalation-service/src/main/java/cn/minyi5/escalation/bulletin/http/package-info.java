/** Bulletins over REST. */
@NullMarked
package cn.minyi5.escalation.bulletin.http;

import org.jspecify.annotations.NullMarked;
