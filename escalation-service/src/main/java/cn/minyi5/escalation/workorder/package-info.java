/** 工单. What the life of work orders, told by routing, does to clocks and to copies for figures. */
@NullMarked
package cn.minyi5.escalation.workorder;

import org.jspecify.annotations.NullMarked;
