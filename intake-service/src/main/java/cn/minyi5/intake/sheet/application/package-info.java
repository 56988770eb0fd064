/** Reads CSV files into rows. */
@NullMarked
package cn.minyi5.intake.sheet.application;

import org.jspecify.annotations.NullMarked;
