/** Listening to routing's work orders: one event moves clocks and figures in one transaction. */
@NullMarked
package cn.minyi5.escalation.workorder.messaging;

import org.jspecify.annotations.NullMarked;
