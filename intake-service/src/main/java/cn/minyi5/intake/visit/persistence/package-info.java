/** Visits in PostgreSQL; a submission is one statement. */
@NullMarked
package cn.minyi5.intake.visit.persistence;

import org.jspecify.annotations.NullMarked;
