package cn.minyi5.escalation.clock.domain;

import cn.minyi5.contracts.language.Rung;
import java.time.Instant;

/** A rung that has fired. {@code rungAt} is when it came, {@code firedAt} when it was announced. */
public record FiredRung(Rung rung, Instant rungAt, Instant firedAt, boolean lateNoticed) {}
