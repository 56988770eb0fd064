package cn.minyi5.routing.workorder.domain;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/**
 * What never changes about a work order.
 *
 * @param number what people call it, such as {@code GD20261105-000123}
 * @param imported history that was brought along: it alarms nobody
 */
@Embeddable
public record Origin(UUID workOrderId, String number, CitizenRequest request, Instant openedAt, boolean imported) {}
