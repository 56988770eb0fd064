/** The little that this service knows of a work order. */
@NullMarked
package cn.minyi5.notification.workorder.domain;

import org.jspecify.annotations.NullMarked;
