/** Notices in PostgreSQL. */
@NullMarked
package cn.minyi5.escalation.notice.persistence;

import org.jspecify.annotations.NullMarked;
