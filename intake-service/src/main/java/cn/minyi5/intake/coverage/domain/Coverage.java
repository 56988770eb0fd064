package cn.minyi5.intake.coverage.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * 走访覆盖率 of one township, grid or day, or of all of them: grids visited on a visit day ÷ grids (DOMAIN §6).
 *
 * @param code of the place, or the date
 * @param grids how many there are
 * @param visitedGrids of them those that were visited on a visit day of the month, each once
 * @param planned visits that the month's visit days ask for: one a grid and day
 * @param done of them @param missed of them @param ahead of them: the day is not over
 * @param rate null without a grid
 */
public record Coverage(
        String code,
        @Nullable String name,
        long grids,
        long visitedGrids,
        long planned,
        long done,
        long missed,
        long ahead,
        @Nullable BigDecimal rate) {}
