/** Categories over REST. */
@NullMarked
package cn.minyi5.intake.category.http;

import org.jspecify.annotations.NullMarked;
