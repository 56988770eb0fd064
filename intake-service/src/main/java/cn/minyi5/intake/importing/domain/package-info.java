/** Rows of history and the order in which a life must have run. */
@NullMarked
package cn.minyi5.intake.importing.domain;

import org.jspecify.annotations.NullMarked;
