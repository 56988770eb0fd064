/** Recipients and department names as rows. */
@NullMarked
package cn.minyi5.notification.recipient.persistence;

import org.jspecify.annotations.NullMarked;
