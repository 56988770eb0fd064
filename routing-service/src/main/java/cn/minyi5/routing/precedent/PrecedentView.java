package cn.minyi5.routing.precedent;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A ruling on whose an order was.
 *
 * @param text what was asked for, without what leads to a person
 * @param returnedBy departments that had said "not ours"
 * @param lead to whom it was given, for good
 * @param minutes of the meeting, without what leads to a person
 */
public record PrecedentView(
        UUID workOrderId,
        String number,
        String categoryCode,
        String gridCode,
        String text,
        List<String> returnedBy,
        String lead,
        String minutes,
        OffsetDateTime ruledAt) {}
