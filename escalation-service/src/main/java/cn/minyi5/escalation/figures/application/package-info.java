/** Keeping copies of what happened, and counting. */
@NullMarked
package cn.minyi5.escalation.figures.application;

import org.jspecify.annotations.NullMarked;
