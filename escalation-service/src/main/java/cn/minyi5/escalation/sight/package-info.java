/** What an actor may see of clocks, notices and figures. */
@NullMarked
package cn.minyi5.escalation.sight;

import org.jspecify.annotations.NullMarked;
