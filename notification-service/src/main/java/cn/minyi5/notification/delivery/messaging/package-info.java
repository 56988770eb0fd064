/** Hears what people must be told. */
@NullMarked
package cn.minyi5.notification.delivery.messaging;

import org.jspecify.annotations.NullMarked;
