/** Where a page of a long list begins and ends. */
@NullMarked
package cn.minyi5.notification.paging;

import org.jspecify.annotations.NullMarked;
