/** 数字. What happened, copied as far as figures need it, and the figures counted from it with the rows behind each. */
@NullMarked
package cn.minyi5.escalation.figures;

import org.jspecify.annotations.NullMarked;
