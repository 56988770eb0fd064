/** The arithmetic of measuring: quantiles, medians, ratios. */
@NullMarked
package cn.minyi5.bench.figures;

import org.jspecify.annotations.NullMarked;
