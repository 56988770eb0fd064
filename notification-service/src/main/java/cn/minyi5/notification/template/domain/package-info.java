/** 模板. What there is to tell, and every word in which it is told. */
@NullMarked
package cn.minyi5.notification.template.domain;

import org.jspecify.annotations.NullMarked;
