/** Takes what a secretary submits or a file of history brings, once, however often it comes; shows visits. */
@NullMarked
package cn.minyi5.intake.visit;

import org.jspecify.annotations.NullMarked;
