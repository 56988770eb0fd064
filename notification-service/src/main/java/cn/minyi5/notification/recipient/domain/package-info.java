/** Who can hear something, and what they answer for. */
@NullMarked
package cn.minyi5.notification.recipient.domain;

import org.jspecify.annotations.NullMarked;
