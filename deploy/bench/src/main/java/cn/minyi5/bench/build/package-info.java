/** What is measured: a build of the system and the stack that its own commands start. */
@NullMarked
package cn.minyi5.bench.build;

import org.jspecify.annotations.NullMarked;
