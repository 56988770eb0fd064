/** What an opening needs to know from PostgreSQL, in one round trip. */
@NullMarked
package cn.minyi5.routing.dispatch.persistence;

import org.jspecify.annotations.NullMarked;
