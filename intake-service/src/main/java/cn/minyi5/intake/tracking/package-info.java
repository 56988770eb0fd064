/** Tells a citizen, who has a code and no account, what became of a request, and prints the slip with the code. */
@NullMarked
package cn.minyi5.intake.tracking;

import org.jspecify.annotations.NullMarked;
