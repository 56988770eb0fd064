/** Figures and their rows over REST. */
@NullMarked
package cn.minyi5.escalation.figures.http;

import org.jspecify.annotations.NullMarked;
