/** A person's inbox, and the office's view of what was delivered. */
@NullMarked
package cn.minyi5.notification.delivery.http;

import org.jspecify.annotations.NullMarked;
