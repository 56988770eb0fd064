/** E-mail over SMTP. */
@NullMarked
package cn.minyi5.notification.delivery.mail;

import org.jspecify.annotations.NullMarked;
