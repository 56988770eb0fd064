/** 参照. What the same machine does without our services: the measure that ours is put beside. */
@NullMarked
package cn.minyi5.bench.reference;

import org.jspecify.annotations.NullMarked;
