package cn.minyi5.escalation.bulletin;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * 通报. One month's figures as they stood when it was issued.
 *
 * @param month yyyy-MM
 * @param year in which it was issued, which is not always the month's
 * @param issue number within that year, from 1, without gaps
 * @param number as it stands on the paper, such as 通报 2026年第3期
 * @param rows how many rows were frozen
 * @param rowsSha256 taken over them in their order
 */
public record Bulletin(
        UUID id,
        String month,
        int year,
        int issue,
        String number,
        OffsetDateTime issuedAt,
        int rows,
        String rowsSha256) {}
