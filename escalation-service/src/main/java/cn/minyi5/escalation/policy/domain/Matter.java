package cn.minyi5.escalation.policy.domain;

import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.Urgency;

/** What a policy is looked up for: a clock about a kind of matter at a place. */
public record Matter(ClockKind clock, String categoryCode, String gridCode, Urgency urgency) {}
