package cn.minyi5.bench.measure;

import cn.minyi5.local.api.Api;
import cn.minyi5.local.api.County;
import cn.minyi5.local.county.DemoCounty;
import cn.minyi5.local.county.MasterFiles;
import cn.minyi5.local.stack.DemoPersons;

/** The demo county without its history, through the public APIs. */
public final class MasterData {
    private static final String VERSIONS = "/api/catalogue-versions";

    private final County services;
    private final DemoPersons persons;
    private final MasterFiles files = new MasterFiles(DemoCounty.load());

    public MasterData(County services, DemoPersons persons) {
        this.services = services;
        this.persons = persons;
    }

    public void load() {
        var intake = services.intake(DemoPersons.ADMINISTRATOR);
        put(intake, "/api/divisions", files.divisions());
        put(intake, "/api/categories", files.categories());
        put(intake, "/api/grids", files.grids());
        put(intake, "/api/teams", files.teams());
        var routing = services.routing(DemoPersons.ADMINISTRATOR);
        put(routing, "/api/departments", files.departments());
        var version = routing.postCsv(VERSIONS + "?effective-from=2020-01-01", files.catalogue())
                .path("version")
                .asText();
        routing.post(VERSIONS + "/" + version + "/publish", "");
        var escalation = services.escalation(DemoPersons.ADMINISTRATOR);
        files.calendarYears().forEach((year, days) -> put(escalation, "/api/calendar/years/" + year, days));
        put(services.notification(DemoPersons.ADMINISTRATOR), "/api/recipients", persons.recipients());
    }

    private static void put(Api api, String path, String csv) {
        var refused = api.putCsv(path, csv).path("refused");
        if (!refused.isEmpty()) {
            throw new IllegalStateException(path + " refused " + refused);
        }
    }
}
