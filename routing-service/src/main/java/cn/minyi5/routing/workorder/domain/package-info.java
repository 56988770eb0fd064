/** 工单. The life of a work order: its states, and the only transitions there are (DOMAIN §4). */
@NullMarked
package cn.minyi5.routing.workorder.domain;

import org.jspecify.annotations.NullMarked;
