/** Proposes how soon a request hurts and where it belongs, by the county's rules and with the reason; the secretary decides. */
@NullMarked
package cn.minyi5.intake.grading;

import org.jspecify.annotations.NullMarked;
