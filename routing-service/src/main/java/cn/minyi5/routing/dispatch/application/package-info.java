/** 批办. Opens a work order for a forwarded request and dispatches it where one rule wins. */
@NullMarked
package cn.minyi5.routing.dispatch.application;

import org.jspecify.annotations.NullMarked;
