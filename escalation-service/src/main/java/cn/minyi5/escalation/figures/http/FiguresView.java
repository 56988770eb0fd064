package cn.minyi5.escalation.figures.http;

import cn.minyi5.escalation.figures.application.CountFigures.Group;
import cn.minyi5.escalation.figures.domain.Figure;
import cn.minyi5.escalation.figures.domain.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures of a period; {@code groups} only where a grouping was asked for. */
record FiguresView(String from, String to, List<FigureView> figures, @Nullable List<GroupView> groups) {

    record GroupView(String key, String name, List<FigureView> figures) {

        static GroupView of(Group group) {
            return new GroupView(group.key(), group.name(), views(group.figures()));
        }
    }

    static FiguresView of(Period period, List<Figure> figures, @Nullable List<Group> groups) {
        return new FiguresView(
                period.from().toString(),
                period.to().toString(),
                views(figures),
                groups == null ? null : groups.stream().map(GroupView::of).toList());
    }

    private static List<FigureView> views(List<Figure> figures) {
        return figures.stream().map(FigureView::of).toList();
    }
}
