/** 报告. What came out, as a Markdown page with every round in it. */
@NullMarked
package cn.minyi5.bench.report;

import org.jspecify.annotations.NullMarked;
