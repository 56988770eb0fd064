/** Who hears what, by which channel, and how long a channel is tried. */
@NullMarked
package cn.minyi5.notification.delivery.domain;

import org.jspecify.annotations.NullMarked;
