/** Categories in PostgreSQL. */
@NullMarked
package cn.minyi5.intake.category.persistence;

import org.jspecify.annotations.NullMarked;
