/** Loads and lists categories. */
@NullMarked
package cn.minyi5.intake.category.application;

import org.jspecify.annotations.NullMarked;
