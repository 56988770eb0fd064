/** Teams in PostgreSQL. */
@NullMarked
package cn.minyi5.intake.team.persistence;

import org.jspecify.annotations.NullMarked;
