/** 送达. Decides who hears what, writes the messages, and brings them to people. */
@NullMarked
package cn.minyi5.notification.delivery;

import org.jspecify.annotations.NullMarked;
