/** 试算. What a version of the catalogue would have done with the requests of some months. */
@NullMarked
package cn.minyi5.routing.whatif;

import org.jspecify.annotations.NullMarked;
