package cn.minyi5.contracts;

import cn.minyi5.contracts.language.Tally;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 通报. A month's figures, frozen with the rows behind them. Rows come first, in pages, then the issue itself. */
@Event.Topic("escalation.bulletins")
public sealed interface BulletinEvent extends Event {
    UUID bulletinId();

    @Override
    default String subject() {
        return bulletinId().toString();
    }

    /** One page (0, 1, …) of at most 500 evidence rows, in the order over which the hash is taken. */
    @Type("bulletin.rows-frozen.v1")
    record RowsFrozen(UUID bulletinId, int page, List<Row> rows) implements BulletinEvent {}

    /**
     * {@code month} is yyyy-MM in Asia/Shanghai, {@code year} that of the month; {@code rowsSha256} is the {@link RowsHash}
     * of all rows, in small hex. {@code division} has issued it, as its {@code total}th; both null before they were told.
     */
    @Type("bulletin.issued.v1")
    record Issued(
            UUID bulletinId,
            String month,
            int year,
            int issue,
            List<Figure> figures,
            List<DepartmentFigures> departments,
            int rows,
            String rowsSha256,
            @Nullable String division,
            @Nullable Integer total)
            implements BulletinEvent {}

    /**
     * A figure by its code (DOMAIN §6). A count has {@code value} only; a rate has numerator and denominator, and a
     * null value when nothing was to be counted.
     */
    record Figure(String code, @Nullable BigDecimal value, @Nullable Long numerator, @Nullable Long denominator) {

        public static Figure count(String code, long count) {
            return new Figure(code, BigDecimal.valueOf(count), null, null);
        }

        public static Figure rate(String code, Tally tally) {
            return new Figure(code, tally.rate(), tally.counted(), tally.rows());
        }

        /** The counts behind a rate, by which alone it may be compared; empty for a count. */
        public Optional<Tally> tally() {
            return numerator == null || denominator == null
                    ? Optional.empty()
                    : Optional.of(new Tally(numerator, denominator));
        }
    }

    record DepartmentFigures(String department, String name, List<Figure> figures) {}

    /**
     * {@code figure} names the figure it is evidence for, {@code counted} whether it is in the numerator too. Of an order
     * that several departments had in the month, {@code dispatched} and {@code returned} count the first row for the
     * county, and for each department its own. {@code late} rows are of an earlier month, the one of {@code at}.
     */
    record Row(
            String figure,
            String subject,
            @Nullable String gridCode,
            @Nullable String department,
            @Nullable String categoryCode,
            OffsetDateTime at,
            @Nullable OffsetDateTime dueAt,
            @Nullable OffsetDateTime stoppedAt,
            boolean counted,
            @Nullable Late late) {

        /** Of the bulletin's own month. */
        public Row(
                String figure,
                String subject,
                @Nullable String gridCode,
                @Nullable String department,
                @Nullable String categoryCode,
                OffsetDateTime at,
                @Nullable OffsetDateTime dueAt,
                @Nullable OffsetDateTime stoppedAt,
                boolean counted) {
            this(figure, subject, gridCode, department, categoryCode, at, dueAt, stoppedAt, counted, null);
        }
    }

    /** 补录. How a month that was issued before has changed since the last bulletin. */
    enum Late {
        /** Not known then. */
        ADDED,
        /** Counted then, and no longer: void, or as another row. */
        REMOVED
    }
}
