/** Uploaded files row by row: what a cell must be, which rows were good, and the others back with the reason. */
@NullMarked
package cn.minyi5.web.sheet;

import org.jspecify.annotations.NullMarked;
