/** 带来的公文. Papers from before there was this system, brought along under their original numbers. */
@NullMarked
package cn.minyi5.escalation.paper;

import org.jspecify.annotations.NullMarked;
