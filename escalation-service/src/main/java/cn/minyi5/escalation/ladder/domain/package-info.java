/** A rung that has been reached, and whether it was noticed late. */
@NullMarked
package cn.minyi5.escalation.ladder.domain;

import org.jspecify.annotations.NullMarked;
