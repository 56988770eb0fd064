/** The measurements, each with its reference beside it. */
@NullMarked
package cn.minyi5.bench.measure;

import org.jspecify.annotations.NullMarked;
