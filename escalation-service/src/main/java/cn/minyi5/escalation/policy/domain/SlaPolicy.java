package cn.minyi5.escalation.policy.domain;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/** 时限规则. One version of the terms for a scope, in force from a moment on until a newer one is. */
@Embeddable
public record SlaPolicy(UUID id, int version, PolicyScope scope, PolicyTerms terms, Instant effectiveFrom) {}
