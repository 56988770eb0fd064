/** Hears of work orders and of the teams behind them. */
@NullMarked
package cn.minyi5.notification.workorder.messaging;

import org.jspecify.annotations.NullMarked;
