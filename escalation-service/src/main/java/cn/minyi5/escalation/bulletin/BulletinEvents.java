package cn.minyi5.escalation.bulletin;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.escalation.bulletin.domain.IssuedBulletin;
import cn.minyi5.escalation.figures.domain.EvidenceRow;
import cn.minyi5.escalation.figures.domain.Figure;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bulletins as the other services hear of them. */
final class BulletinEvents {

    private BulletinEvents() {}

    static BulletinEvent.RowsFrozen rowsFrozen(UUID id, int page, List<EvidenceRow> rows) {
        return new BulletinEvent.RowsFrozen(
                id, page, rows.stream().map(BulletinEvents::row).toList());
    }

    static BulletinEvent.Issued issued(IssuedBulletin issued) {
        var bulletin = issued.bulletin();
        return new BulletinEvent.Issued(
                issued.id(),
                bulletin.month().toString(),
                bulletin.year(),
                bulletin.issue(),
                figures(issued.figures()),
                issued.departments().stream()
                        .map(group -> new BulletinEvent.DepartmentFigures(
                                group.key(), group.name(), figures(group.figures())))
                        .toList(),
                bulletin.rows(),
                bulletin.rowsSha256());
    }

    private static List<BulletinEvent.Figure> figures(List<Figure> figures) {
        return figures.stream()
                .map(figure -> new BulletinEvent.Figure(
                        figure.code().code(), figure.value(), figure.numerator(), figure.denominator()))
                .toList();
    }

    private static BulletinEvent.Row row(EvidenceRow row) {
        return new BulletinEvent.Row(
                row.figure(),
                row.subject(),
                row.gridCode(),
                row.department(),
                row.categoryCode(),
                CountyTime.at(row.at()),
                local(row.dueAt()),
                local(row.stoppedAt()),
                row.counted());
    }

    private static @Nullable OffsetDateTime local(@Nullable Instant moment) {
        return moment == null ? null : CountyTime.at(moment);
    }
}
