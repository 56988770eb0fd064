/** Messages and their deliveries as rows. */
@NullMarked
package cn.minyi5.notification.delivery.persistence;

import org.jspecify.annotations.NullMarked;
