/** Shows which rows of an uploaded file were taken and which were not, and why. */
@NullMarked
package cn.minyi5.intake.sheet.http;

import org.jspecify.annotations.NullMarked;
