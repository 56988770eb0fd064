package cn.minyi5.intake.visit.application;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.VisitForm;
import java.time.Instant;
import java.util.UUID;

/** A visit in a list. */
public record VisitSummary(
        UUID id, GridCode grid, VisitForm form, Instant startedAt, int resolvedOnSpot, int forwarded) {}
