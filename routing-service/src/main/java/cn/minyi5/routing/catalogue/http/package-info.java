/** The catalogue and the departments over HTTP: CSV in, JSON out. */
@NullMarked
package cn.minyi5.routing.catalogue.http;

import org.jspecify.annotations.NullMarked;
