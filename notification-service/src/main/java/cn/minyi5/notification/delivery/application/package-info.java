/** Writes messages and brings them to people. */
@NullMarked
package cn.minyi5.notification.delivery.application;

import org.jspecify.annotations.NullMarked;
