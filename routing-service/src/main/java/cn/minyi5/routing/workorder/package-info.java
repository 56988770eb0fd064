/** 工单办理. What is done to work orders, what becomes of them, and the lists in which they are found. */
@NullMarked
package cn.minyi5.routing.workorder;

import org.jspecify.annotations.NullMarked;
