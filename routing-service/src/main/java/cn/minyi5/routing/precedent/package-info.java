/** 会商先例. What the supervision office has ruled before on whose an order is, for whoever is about to return or to rule. */
@NullMarked
package cn.minyi5.routing.precedent;

import org.jspecify.annotations.NullMarked;
