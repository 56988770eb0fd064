/** Work orders and teams as rows. */
@NullMarked
package cn.minyi5.notification.workorder.persistence;

import org.jspecify.annotations.NullMarked;
