/** The categories of requests, loaded from files and listed. */
@NullMarked
package cn.minyi5.intake.category;

import org.jspecify.annotations.NullMarked;
