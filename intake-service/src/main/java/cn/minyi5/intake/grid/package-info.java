/** The places of a jurisdiction: divisions and grids, loaded from files, listed and counted. */
@NullMarked
package cn.minyi5.intake.grid;

import org.jspecify.annotations.NullMarked;
