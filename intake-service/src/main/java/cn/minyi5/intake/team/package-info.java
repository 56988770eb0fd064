/** The teams that walk the grids, loaded from files. */
@NullMarked
package cn.minyi5.intake.team;

import org.jspecify.annotations.NullMarked;
