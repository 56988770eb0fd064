package cn.minyi5.notification.document;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.contracts.RowsHash;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.notification.document.domain.Bulletin;
import cn.minyi5.notification.document.domain.DepartmentFigures;
import cn.minyi5.notification.document.domain.EvidenceRow;
import cn.minyi5.notification.document.domain.Figure;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a bulletin together from what escalation has told of it. */
final class FrozenBulletin {

    private FrozenBulletin() {}

    static Bulletin of(RenderJob job, List<BulletinEvent.Row> rows) {
        var issued = job.issued();
        return new Bulletin(
                issued.bulletinId(),
                issued.year(),
                issued.issue(),
                YearMonth.parse(issued.month()),
                job.issuedAt().atZone(CountyTime.ZONE).toLocalDate(),
                figures(issued.figures()),
                issued.departments().stream().map(FrozenBulletin::department).toList(),
                rows.stream().map(FrozenBulletin::row).toList(),
                issued.rowsSha256());
    }

    /** Whether the rows at hand are the rows that were frozen. */
    static boolean isWhole(Bulletin bulletin) {
        return hashOf(bulletin.rows()).equals(bulletin.rowsSha256());
    }

    static String hashOf(List<EvidenceRow> rows) {
        var hash = new RowsHash();
        rows.forEach(row -> hash.add(
                row.figure(),
                row.subject(),
                row.gridCode(),
                row.department(),
                row.categoryCode(),
                row.at(),
                row.dueAt(),
                row.stoppedAt(),
                row.counted()));
        return hash.hex();
    }

    private static DepartmentFigures department(BulletinEvent.DepartmentFigures department) {
        return new DepartmentFigures(department.department(), department.name(), figures(department.figures()));
    }

    private static List<Figure> figures(List<BulletinEvent.Figure> figures) {
        return figures.stream()
                .map(figure -> new Figure(figure.code(), figure.value(), figure.numerator(), figure.denominator()))
                .toList();
    }

    private static EvidenceRow row(BulletinEvent.Row row) {
        return new EvidenceRow(
                row.figure(),
                row.subject(),
                row.gridCode(),
                row.department(),
                row.categoryCode(),
                row.at().toInstant(),
                instant(row.dueAt()),
                instant(row.stoppedAt()),
                row.counted());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
