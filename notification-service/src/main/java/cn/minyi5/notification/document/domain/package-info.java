/** What a bulletin says, before it is set on paper. */
@NullMarked
package cn.minyi5.notification.document.domain;

import org.jspecify.annotations.NullMarked;
