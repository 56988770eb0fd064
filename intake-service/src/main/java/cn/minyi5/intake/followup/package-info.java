/** Tells a team whom to bring which answer, and takes what the citizen says to it. */
@NullMarked
package cn.minyi5.intake.followup;

import org.jspecify.annotations.NullMarked;
