/** Places in PostgreSQL. */
@NullMarked
package cn.minyi5.intake.grid.persistence;

import org.jspecify.annotations.NullMarked;
