/** Takes what a secretary submits, once, however often it is sent; shows visits. */
@NullMarked
package cn.minyi5.intake.visit.application;

import org.jspecify.annotations.NullMarked;
