/** 智能建议. What a request's text speaks for, learnt from the county's own answered work orders, and which past ones are like it. */
@NullMarked
package cn.minyi5.routing.suggestion;

import org.jspecify.annotations.NullMarked;
