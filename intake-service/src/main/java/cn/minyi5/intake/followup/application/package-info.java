/** Tells a team whom to bring which answer, and takes what came of it. */
@NullMarked
package cn.minyi5.intake.followup.application;

import org.jspecify.annotations.NullMarked;
