/** Requests and the copies of their work orders in PostgreSQL. */
@NullMarked
package cn.minyi5.intake.request.persistence;

import org.jspecify.annotations.NullMarked;
