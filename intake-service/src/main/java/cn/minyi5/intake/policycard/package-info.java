/** 政策明白卡. What the rules say that people ask about, for the secretary to read out at the door. */
@NullMarked
package cn.minyi5.intake.policycard;

import org.jspecify.annotations.NullMarked;
