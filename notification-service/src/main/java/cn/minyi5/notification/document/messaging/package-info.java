/** Hears of frozen rows and issued bulletins. */
@NullMarked
package cn.minyi5.notification.document.messaging;

import org.jspecify.annotations.NullMarked;
