/** The measurements, each of which can be run alone. */
@NullMarked
package cn.minyi5.bench.part;

import org.jspecify.annotations.NullMarked;
