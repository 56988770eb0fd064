/** 文件. Has a bulletin written on paper once, keeps it, and makes it known. */
@NullMarked
package cn.minyi5.notification.document;

import org.jspecify.annotations.NullMarked;
