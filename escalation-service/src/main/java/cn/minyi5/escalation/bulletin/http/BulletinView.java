package cn.minyi5.escalation.bulletin.http;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.escalation.bulletin.application.IssuedBulletin;
import cn.minyi5.escalation.bulletin.domain.Bulletin;
import cn.minyi5.escalation.figures.application.CountFigures.Group;
import cn.minyi5.escalation.figures.domain.Figure;
import cn.minyi5.escalation.figures.http.FigureView;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin; in a list without its figures.
 *
 * @param number as it stands on the paper, such as 通报 2026年第3期
 */
record BulletinView(
        UUID id,
        String month,
        int year,
        int issue,
        String number,
        OffsetDateTime issuedAt,
        int rows,
        String rowsSha256,
        @Nullable List<FigureView> figures,
        @Nullable List<DepartmentView> departments) {

    record DepartmentView(String department, String name, List<FigureView> figures) {

        static DepartmentView of(Group group) {
            return new DepartmentView(group.key(), group.name(), views(group.figures()));
        }
    }

    static BulletinView of(Bulletin bulletin) {
        return of(bulletin, null, null);
    }

    static BulletinView of(IssuedBulletin issued) {
        return of(
                issued.bulletin(),
                views(issued.figures()),
                issued.departments().stream().map(DepartmentView::of).toList());
    }

    private static BulletinView of(
            Bulletin bulletin, @Nullable List<FigureView> figures, @Nullable List<DepartmentView> departments) {
        return new BulletinView(
                bulletin.id(),
                bulletin.month().toString(),
                bulletin.year(),
                bulletin.issue(),
                "通报 %d年第%d期".formatted(bulletin.year(), bulletin.issue()),
                CountyTime.at(bulletin.issuedAt()),
                bulletin.rows(),
                bulletin.rowsSha256(),
                figures,
                departments);
    }

    private static List<FigureView> views(List<Figure> figures) {
        return figures.stream().map(FigureView::of).toList();
    }
}
