package cn.minyi5.intake.coverage.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What became of a grid's visit that a visit day asks for. */
public enum WalkStatus {
    /** 待走访. The day is not over. */
    PLANNED,
    /** 已走访. The grid was visited on the day. */
    DONE,
    /** 未走访. The day is over. */
    MISSED;

    /** Null where nothing was asked for and nothing was done. */
    public static @Nullable WalkStatus of(boolean visited, boolean visitDay, LocalDate date, LocalDate today) {
        if (visited) {
            return DONE;
        }
        if (!visitDay) {
            return null;
        }
        return date.isBefore(today) ? MISSED : PLANNED;
    }
}
