/** Uploaded files row by row: what a cell must be, and which rows were good. */
@NullMarked
package cn.minyi5.intake.sheet.domain;

import org.jspecify.annotations.NullMarked;
