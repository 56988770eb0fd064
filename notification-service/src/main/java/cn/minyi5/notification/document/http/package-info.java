/** Papers to list and to download. */
@NullMarked
package cn.minyi5.notification.document.http;

import org.jspecify.annotations.NullMarked;
