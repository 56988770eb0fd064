package cn.minyi5.local.demo;

import cn.minyi5.local.api.Api;
import cn.minyi5.local.api.County;
import cn.minyi5.local.county.MasterFiles;
import cn.minyi5.local.stack.DemoPersons;

/** Master data of the county into the four services. Loading it again changes nothing. */
final class LoadCounty {
    private final County services;
    private final MasterFiles files;
    private final DemoPersons persons;
    private final Narration narration;

    LoadCounty(County services, MasterFiles files, DemoPersons persons, Narration narration) {
        this.services = services;
        this.files = files;
        this.persons = persons;
        this.narration = narration;
    }

    void load() {
        narration.chapter("装载演示县 / loading the county");
        var intake = services.intake(DemoPersons.ADMINISTRATOR);
        put(intake, "/api/divisions", files.divisions(), "行政区划 divisions");
        put(intake, "/api/categories", files.categories(), "诉求类别 categories");
        put(intake, "/api/grids", files.grids(), "网格 grids");
        put(intake, "/api/teams", files.teams(), "服务队 teams, by rows of people");
        var routing = services.routing(DemoPersons.ADMINISTRATOR);
        put(routing, "/api/departments", files.departments(), "部门 departments");
        new PublishCatalogue(routing, narration).once(files.catalogue());
        var escalation = services.escalation(DemoPersons.ADMINISTRATOR);
        files.calendarYears()
                .forEach((year, days) -> put(escalation, "/api/calendar/years/" + year, days, "工作日历 calendar " + year));
        var notification = services.notification(DemoPersons.ADMINISTRATOR);
        put(notification, "/api/recipients", persons.recipients(), "接收人 recipients");
    }

    private void put(Api api, String path, String csv, String what) {
        var answer = api.putCsv(path, csv);
        if (!answer.path("refused").isEmpty()) {
            throw new DemoFailed(path + " refused rows: " + answer.path("refused"));
        }
        narration.say("%-40s %5d".formatted(what, answer.path("accepted").asInt()));
    }
}
