/** 实时. Tells whoever looks at work orders which of them have changed, so that no page has to be loaded again. */
@NullMarked
package cn.minyi5.routing.live;

import org.jspecify.annotations.NullMarked;
