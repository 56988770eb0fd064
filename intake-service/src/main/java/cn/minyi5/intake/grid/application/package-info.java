/** Loads, lists and counts places. */
@NullMarked
package cn.minyi5.intake.grid.application;

import org.jspecify.annotations.NullMarked;
