/** What routing hears from intake. */
@NullMarked
package cn.minyi5.routing.dispatch.messaging;

import org.jspecify.annotations.NullMarked;
