package cn.minyi5.escalation.notice.domain;

import cn.minyi5.escalation.clock.domain.ClockRun;
import java.time.Instant;
import java.util.UUID;

/**
 * 督办通知单. Told to a department's head and the supervision office about one run of one clock.
 *
 * @param issue number within the year, from 1, without gaps
 */
public record SupervisionNotice(UUID id, int year, int issue, ClockRun run, Instant issuedAt) {}
