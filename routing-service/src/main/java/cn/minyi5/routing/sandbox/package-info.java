/** 沙盒. Where a department's developers try the API on orders that are made up (ADR 0036). */
@NullMarked
package cn.minyi5.routing.sandbox;

import org.jspecify.annotations.NullMarked;
