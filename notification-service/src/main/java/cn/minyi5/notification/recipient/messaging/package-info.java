/** Hears what departments are called. */
@NullMarked
package cn.minyi5.notification.recipient.messaging;

import org.jspecify.annotations.NullMarked;
