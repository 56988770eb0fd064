/** Firing: what is due and vouched for climbs the ladder, exactly once. */
@NullMarked
package cn.minyi5.escalation.ladder.application;

import org.jspecify.annotations.NullMarked;
