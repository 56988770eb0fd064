/** The work-order API: lists, one order with its timeline, one endpoint for each transition. */
@NullMarked
package cn.minyi5.routing.workorder.http;

import org.jspecify.annotations.NullMarked;
