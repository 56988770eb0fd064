/** Where a page of a long list begins. */
@NullMarked
package cn.minyi5.escalation.paging;

import org.jspecify.annotations.NullMarked;
