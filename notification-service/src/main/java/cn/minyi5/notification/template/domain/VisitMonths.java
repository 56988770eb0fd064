package cn.minyi5.notification.template.domain;

import cn.minyi5.contracts.VisitMonthEvent;
import cn.minyi5.contracts.VisitMonthEvent.Began;
import cn.minyi5.contracts.VisitMonthEvent.Ended;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.notification.template.domain.NotificationTrigger.Kind;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What teams are told when a month of visits begins and when it is over. */
public final class VisitMonths {

    private VisitMonths() {}

    /** 月初提醒. A month of visits begins for a team. @param eventId it is about nothing that had an id before */
    public static NotificationTrigger of(Began event, UUID eventId) {
        var theme = event.theme();
        var days = event.visitDays().stream().map(Names::of).collect(Collectors.joining("、"));
        var unknown = event.yearUnknown() == null ? "" : "（%d年节假日尚未公布，其余日期另行通知）".formatted(event.yearUnknown());
        var details = Map.of(
                "days",
                (days.isEmpty() ? "待定" : days) + unknown,
                "theme",
                theme == null ? "本月没有指定主题。" : "本月主题：%s。%s".formatted(theme.title(), theme.text()));
        return told(Kind.MONTH_BEGAN, event, event.month(), eventId, details);
    }

    /** 月末小结. A month of visits is over for a team. */
    public static NotificationTrigger of(Ended event, UUID eventId) {
        var missed = event.missed().stream()
                .limit(NotificationTrigger.MOST_LISTED)
                .map(Names::of)
                .collect(Collectors.joining("、"));
        var details = Map.of(
                "planned",
                String.valueOf(event.planned()),
                "done",
                String.valueOf(event.done()),
                "missed",
                missed.isEmpty() ? "没有漏走的走访日。" : "没有走访的：%s。".formatted(missed));
        return told(Kind.MONTH_ENDED, event, event.month(), eventId, details);
    }

    private static NotificationTrigger told(
            Kind kind, VisitMonthEvent event, String month, UUID eventId, Map<String, String> details) {
        var fields = new HashMap<>(details);
        fields.put("month", Names.of(YearMonth.parse(month)));
        fields.put(NotificationTrigger.TEAM, event.teamCode());
        return new NotificationTrigger(kind, eventId, null, null, new DivisionCode(event.gridCode()), fields);
    }
}
