/** 收件人. Who can be told something. */
@NullMarked
package cn.minyi5.notification.recipient;

import org.jspecify.annotations.NullMarked;
