/** Asks, after an answer, two separate things: solved? satisfied? */
@NullMarked
package cn.minyi5.intake.followup.domain;

import org.jspecify.annotations.NullMarked;
