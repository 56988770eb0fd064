/** Takes files of history, hands them on as submissions in batches, and gives back the rows that were refused. */
@NullMarked
package cn.minyi5.intake.importing;

import org.jspecify.annotations.NullMarked;
