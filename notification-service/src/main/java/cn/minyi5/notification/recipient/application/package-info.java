/** Takes the list of recipients in and knows what departments are called. */
@NullMarked
package cn.minyi5.notification.recipient.application;

import org.jspecify.annotations.NullMarked;
