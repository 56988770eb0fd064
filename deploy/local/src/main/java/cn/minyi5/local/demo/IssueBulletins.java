package cn.minyi5.local.demo;

import cn.minyi5.local.api.Api;
import cn.minyi5.local.api.ApiRefusal;
import cn.minyi5.local.api.County;
import cn.minyi5.local.history.VisitDays;
import cn.minyi5.local.stack.DemoPersons;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** 通报. Issues the bulletins of months that have none yet. */
final class IssueBulletins {
    private final Api escalation;
    private final Narration narration;

    IssueBulletins(County services, Narration narration) {
        this.escalation = services.escalation(DemoPersons.SUPERVISOR);
        this.narration = narration;
    }

    void ofHistory() {
        narration.chapter("逐月通报 / the monthly bulletins");
        of(VisitDays.months());
    }

    void of(YearMonth month) {
        of(List.of(month));
    }

    private void of(List<YearMonth> months) {
        var issued = issued();
        var missing = months.stream()
                .filter(month -> !issued.contains(month.toString()))
                .toList();
        missing.forEach(this::issue);
        narration.say("%d issued now, %d were there already".formatted(missing.size(), months.size() - missing.size()));
    }

    private List<String> issued() {
        return Pages.all(escalation, "/api/bulletins").stream()
                .map(bulletin -> bulletin.path("month").asText())
                .collect(Collectors.toList());
    }

    private void issue(YearMonth month) {
        try {
            var bulletin = escalation.post("/api/bulletins", Map.of("month", month.toString()));
            narration.say("   %s: 通报 %s年第%s期, %s rows, SHA-256 %.16s…"
                    .formatted(
                            month,
                            bulletin.path("year").asText(),
                            bulletin.path("issue").asText(),
                            bulletin.path("rows").asText(),
                            bulletin.path("rowsSha256").asText()));
        } catch (ApiRefusal e) {
            if (!e.code().equals("bulletin.already-issued")) {
                throw e;
            }
            narration.say("   " + month + " was issued by somebody else meanwhile");
        }
    }
}
