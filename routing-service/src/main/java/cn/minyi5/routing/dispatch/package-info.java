/** 批办. Opens a work order for each forwarded request and dispatches it where one rule wins. */
@NullMarked
package cn.minyi5.routing.dispatch;

import org.jspecify.annotations.NullMarked;
