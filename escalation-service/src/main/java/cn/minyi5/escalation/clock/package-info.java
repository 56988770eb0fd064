/** 时钟. The clocks of every dispatch: started, turned by what happens, their rungs fired; and how far the service sees. */
@NullMarked
package cn.minyi5.escalation.clock;

import org.jspecify.annotations.NullMarked;
