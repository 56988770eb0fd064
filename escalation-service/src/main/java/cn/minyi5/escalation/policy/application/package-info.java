/** Adding versions of policies. */
@NullMarked
package cn.minyi5.escalation.policy.application;

import org.jspecify.annotations.NullMarked;
