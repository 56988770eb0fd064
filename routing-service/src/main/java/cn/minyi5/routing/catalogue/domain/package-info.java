/** 权责清单. Which department answers for a category of requests in a place, and by which clause. */
@NullMarked
package cn.minyi5.routing.catalogue.domain;

import org.jspecify.annotations.NullMarked;
