/** Takes files of history, works them off in batches, and says what was refused. */
@NullMarked
package cn.minyi5.intake.importing.application;

import org.jspecify.annotations.NullMarked;
