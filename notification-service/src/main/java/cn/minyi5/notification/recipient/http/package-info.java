/** The administrator's list of recipients. */
@NullMarked
package cn.minyi5.notification.recipient.http;

import org.jspecify.annotations.NullMarked;
