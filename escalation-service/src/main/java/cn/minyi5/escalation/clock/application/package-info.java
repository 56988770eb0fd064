/** Starting, turning and finding clocks, and knowing up to when all has been heard. */
@NullMarked
package cn.minyi5.escalation.clock.application;

import org.jspecify.annotations.NullMarked;
