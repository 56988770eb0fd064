/** Remembers work orders and which team took the request. */
@NullMarked
package cn.minyi5.notification.workorder.application;

import org.jspecify.annotations.NullMarked;
