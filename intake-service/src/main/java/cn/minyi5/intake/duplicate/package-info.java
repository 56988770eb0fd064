/** Finds what is asked for once more while the first is still open, and lets everybody who asked hear the answer. */
@NullMarked
package cn.minyi5.intake.duplicate;

import org.jspecify.annotations.NullMarked;
