/** Divisions and grids: where things are. */
@NullMarked
package cn.minyi5.intake.grid.domain;

import org.jspecify.annotations.NullMarked;
