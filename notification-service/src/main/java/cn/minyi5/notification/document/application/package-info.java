/** Has papers written once, kept, and made known. */
@NullMarked
package cn.minyi5.notification.document.application;

import org.jspecify.annotations.NullMarked;
