/** Policies in PostgreSQL. */
@NullMarked
package cn.minyi5.escalation.policy.persistence;

import org.jspecify.annotations.NullMarked;
