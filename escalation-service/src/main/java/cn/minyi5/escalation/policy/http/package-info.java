/** Policies over REST. */
@NullMarked
package cn.minyi5.escalation.policy.http;

import org.jspecify.annotations.NullMarked;
