/** Visits over REST. */
@NullMarked
package cn.minyi5.intake.visit.http;

import org.jspecify.annotations.NullMarked;
