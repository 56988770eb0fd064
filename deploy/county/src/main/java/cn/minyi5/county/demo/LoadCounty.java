package cn.minyi5.county.demo;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.county.CountyFiles;
import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.MasterFiles;
import cn.minyi5.county.api.Api;
import cn.minyi5.county.api.County;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Master data of the county into the four services. Loading it again changes nothing. */
final class LoadCounty {
    private static final String EFFECTIVE_FROM = "2020-01-01";
    private static final String VERSIONS = "/api/catalogue-versions";

    private final County services;
    private final MasterFiles files;
    private final Narration narration;

    LoadCounty(County services, MasterFiles files, Narration narration) {
        this.services = services;
        this.files = files;
        this.narration = narration;
    }

    void load() {
        narration.chapter("装载演示县 / loading the county");
        var intake = services.intake(DemoPersons.ADMINISTRATOR);
        put(intake, "/api/divisions", CountyFiles.text("divisions.csv"), "行政区划 divisions");
        put(intake, "/api/categories", CountyFiles.text("categories.csv"), "诉求类别 categories");
        put(intake, "/api/grading-rules", CountyFiles.text("grading-rules.csv"), "分级分类规则 grading rules");
        put(intake, "/api/grids", files.grids(), "网格 grids");
        put(intake, "/api/teams", files.teams(), "服务队 teams, by rows of people");
        publish(intake, "monthly-themes", files.themes(YearMonth.now(CountyTime.ZONE)), "每月主题 monthly themes");
        publish(intake, "policy-cards", CountyFiles.text("policy-cards.csv"), "政策明白卡 policy cards");
        var routing = services.routing(DemoPersons.ADMINISTRATOR);
        put(routing, "/api/departments", CountyFiles.text("departments.csv"), "部门 departments");
        publish(routing, CountyFiles.text("catalogue.csv"));
        var escalation = services.escalation(DemoPersons.ADMINISTRATOR);
        files.calendarYears()
                .forEach((year, days) -> put(escalation, "/api/calendar/years/" + year, days, "工作日历 calendar " + year));
        var notification = services.notification(DemoPersons.ADMINISTRATOR);
        put(notification, "/api/recipients", services.persons().recipients(), "接收人 recipients");
    }

    /** What is in force already needs no draft, and without one there is nothing to publish. */
    private void publish(Api intake, String kind, String csv, String what) {
        var editions = "/api/editions/" + kind;
        put(intake, editions + "/drafts", csv, what);
        if (!intake.all(editions + "?state=DRAFT").isEmpty()) {
            intake.post(editions + "/publication", "");
        }
    }

    private void put(Api api, String path, String csv, String what) {
        var answer = api.putCsv(path, csv);
        if (!answer.path("refused").isEmpty()) {
            throw new DemoFailed(path + " refused rows: " + answer.path("refused"));
        }
        narration.say("%-40s %5d".formatted(what, answer.path("accepted").asInt()));
    }

    /** 权责清单. Publishes the catalogue unless a version with the same rules is published already. */
    private void publish(Api routing, String csv) {
        var wanted = csv.lines().skip(1).collect(Collectors.toSet());
        var published = version(routing, "PUBLISHED", wanted);
        if (published.isPresent()) {
            narration.say("权责清单 catalogue: version " + published.get() + " is published already");
            return;
        }
        // A draft may be left from a demo that was killed before it published.
        var version = version(routing, "DRAFT", wanted).orElseGet(() -> draft(routing, csv));
        routing.post(VERSIONS + "/" + version + "/publish", "");
        narration.say("%-40s %5d".formatted("权责清单 catalogue version " + version + ", rules", wanted.size()));
    }

    private static int draft(Api routing, String csv) {
        var draft = routing.postCsv(VERSIONS + "?effective-from=" + EFFECTIVE_FROM, csv);
        return draft.path("version").asInt();
    }

    private static Optional<Integer> version(Api routing, String state, Set<String> rules) {
        return routing.all(VERSIONS).stream()
                .filter(each -> each.path("state").asText().equals(state))
                .filter(each -> each.path("effectiveFrom").asText().startsWith(EFFECTIVE_FROM))
                .map(each -> each.path("version").asInt())
                .filter(version -> rulesOf(routing, version).equals(rules))
                .findFirst();
    }

    private static Set<String> rulesOf(Api routing, int version) {
        return routing.all(VERSIONS + "/" + version + "/rules").stream()
                .map(LoadCounty::line)
                .collect(Collectors.toSet());
    }

    private static String line(JsonNode rule) {
        var assisting = StreamSupport.stream(rule.path("assisting").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining("|"));
        return String.join(
                ",",
                rule.path("categoryPrefix").asText(),
                rule.path("divisionPrefix").asText(),
                rule.path("lead").asText(),
                assisting,
                rule.path("clause").asText());
    }
}
