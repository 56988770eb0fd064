/** 测量. Puts what the system does beside what the same machine can do, in one run. */
@NullMarked
package cn.minyi5.bench;

import org.jspecify.annotations.NullMarked;
