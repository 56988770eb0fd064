/** 督考数字. Figures, the periods they are counted over, and the rows behind them. */
@NullMarked
package cn.minyi5.escalation.figures.domain;

import org.jspecify.annotations.NullMarked;
