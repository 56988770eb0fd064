/** 权责清单. Drafting, publishing and explaining who answers for what, and the departments that it names. */
@NullMarked
package cn.minyi5.routing.catalogue;

import org.jspecify.annotations.NullMarked;
