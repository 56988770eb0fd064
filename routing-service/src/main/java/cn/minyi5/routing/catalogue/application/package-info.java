/** Drafting, publishing and explaining the responsibility catalogue, and the departments it names. */
@NullMarked
package cn.minyi5.routing.catalogue.application;

import org.jspecify.annotations.NullMarked;
