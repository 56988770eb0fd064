/** 走访覆盖. Which grids were walked on which visit day, for the office; and what this day is for the team that walks. */
@NullMarked
package cn.minyi5.intake.coverage;

import org.jspecify.annotations.NullMarked;
