/** Places over REST. */
@NullMarked
package cn.minyi5.intake.grid.http;

import org.jspecify.annotations.NullMarked;
