/** Clocks and blindness over REST. */
@NullMarked
package cn.minyi5.escalation.clock.http;

import org.jspecify.annotations.NullMarked;
