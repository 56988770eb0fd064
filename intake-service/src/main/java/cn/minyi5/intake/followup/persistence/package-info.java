/** Echo list and follow-ups in PostgreSQL. */
@NullMarked
package cn.minyi5.intake.followup.persistence;

import org.jspecify.annotations.NullMarked;
