/** One use-case for each thing that is done to a work order, and the lists in which it is found. */
@NullMarked
package cn.minyi5.routing.workorder.application;

import org.jspecify.annotations.NullMarked;
