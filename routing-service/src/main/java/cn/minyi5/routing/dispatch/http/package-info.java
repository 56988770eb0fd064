/** The dispatch desk's queue: what no rule could decide. */
@NullMarked
package cn.minyi5.routing.dispatch.http;

import org.jspecify.annotations.NullMarked;
