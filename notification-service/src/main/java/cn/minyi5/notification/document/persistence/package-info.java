/** Papers and frozen rows as rows. */
@NullMarked
package cn.minyi5.notification.document.persistence;

import org.jspecify.annotations.NullMarked;
