/** Bulletins and their frozen rows in PostgreSQL. */
@NullMarked
package cn.minyi5.escalation.bulletin.persistence;

import org.jspecify.annotations.NullMarked;
