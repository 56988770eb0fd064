/** 时限规则. How long a department has, as data; the most specific rule wins. */
@NullMarked
package cn.minyi5.escalation.policy;

import org.jspecify.annotations.NullMarked;
