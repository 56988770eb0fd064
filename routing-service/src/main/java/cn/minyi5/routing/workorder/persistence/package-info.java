/** Work orders and their timelines in PostgreSQL. */
@NullMarked
package cn.minyi5.routing.workorder.persistence;

import org.jspecify.annotations.NullMarked;
