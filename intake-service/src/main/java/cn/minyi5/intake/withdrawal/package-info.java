/** Takes a request back when its citizen says so, and lets whoever works on it know. */
@NullMarked
package cn.minyi5.intake.withdrawal;

import org.jspecify.annotations.NullMarked;
