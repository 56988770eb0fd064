/** 名称. What the codes of places and categories are called, as intake tells it, for pages that show them to people. */
@NullMarked
package cn.minyi5.routing.naming;

import org.jspecify.annotations.NullMarked;
