/** Loads teams. */
@NullMarked
package cn.minyi5.intake.team.application;

import org.jspecify.annotations.NullMarked;
