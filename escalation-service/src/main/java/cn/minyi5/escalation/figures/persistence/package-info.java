/** Copies and evidence in PostgreSQL. */
@NullMarked
package cn.minyi5.escalation.figures.persistence;

import org.jspecify.annotations.NullMarked;
