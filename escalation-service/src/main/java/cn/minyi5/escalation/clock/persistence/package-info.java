/** Clocks and watermarks in PostgreSQL. */
@NullMarked
package cn.minyi5.escalation.clock.persistence;

import org.jspecify.annotations.NullMarked;
