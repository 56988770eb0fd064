/** 演示历史. Generates the demo county's past from a fixed seed, in the CSV format of intake's import. */
@NullMarked
package cn.minyi5.county.history;

import org.jspecify.annotations.NullMarked;
