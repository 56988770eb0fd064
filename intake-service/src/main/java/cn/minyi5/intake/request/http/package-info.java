/** Requests over REST. */
@NullMarked
package cn.minyi5.intake.request.http;

import org.jspecify.annotations.NullMarked;
