/** Finding and locking due clocks in PostgreSQL. */
@NullMarked
package cn.minyi5.escalation.ladder.persistence;

import org.jspecify.annotations.NullMarked;
