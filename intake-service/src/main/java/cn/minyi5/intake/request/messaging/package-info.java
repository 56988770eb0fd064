/** Hears from routing what became of forwarded requests. */
@NullMarked
package cn.minyi5.intake.request.messaging;

import org.jspecify.annotations.NullMarked;
