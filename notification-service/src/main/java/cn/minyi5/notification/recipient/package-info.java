/** 收件人. Who can be told something, and what departments are called. */
@NullMarked
package cn.minyi5.notification.recipient;

import org.jspecify.annotations.NullMarked;
