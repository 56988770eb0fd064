/** Departments, catalogue versions and their rules in PostgreSQL. */
@NullMarked
package cn.minyi5.routing.catalogue.persistence;

import org.jspecify.annotations.NullMarked;
