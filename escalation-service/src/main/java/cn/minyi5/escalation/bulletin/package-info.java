/** 通报. A month's figures, frozen with the rows behind them, on request or on the first of the next month. */
@NullMarked
package cn.minyi5.escalation.bulletin;

import org.jspecify.annotations.NullMarked;
