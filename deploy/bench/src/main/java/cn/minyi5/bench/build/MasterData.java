package cn.minyi5.bench.build;

import cn.minyi5.local.api.Api;
import cn.minyi5.local.county.DemoCounty;
import cn.minyi5.local.county.MasterFiles;
import cn.minyi5.local.stack.DemoPersons;

/** The demo county without its history, through the public APIs. */
public final class MasterData {
    private static final String VERSIONS = "/api/catalogue-versions";

    private MasterData() {}

    public static void load(Build build) {
        var files = new MasterFiles(DemoCounty.load());
        var intake = build.api(Build.INTAKE, DemoPersons.ADMINISTRATOR);
        put(intake, "/api/divisions", files.divisions());
        put(intake, "/api/categories", files.categories());
        put(intake, "/api/grids", files.grids());
        put(intake, "/api/teams", files.teams());
        var routing = build.api(Build.ROUTING, DemoPersons.ADMINISTRATOR);
        put(routing, "/api/departments", files.departments());
        var version = routing.postCsv(VERSIONS + "?effective-from=2020-01-01", files.catalogue())
                .path("version")
                .asText();
        routing.post(VERSIONS + "/" + version + "/publish", "");
        var escalation = build.api("escalation", DemoPersons.ADMINISTRATOR);
        files.calendarYears().forEach((year, days) -> put(escalation, "/api/calendar/years/" + year, days));
        var notification = build.api("notification", DemoPersons.ADMINISTRATOR);
        put(notification, "/api/recipients", build.persons().recipients());
    }

    private static void put(Api api, String path, String csv) {
        var refused = api.putCsv(path, csv).path("refused");
        if (!refused.isEmpty()) {
            throw new IllegalStateException(path + " refused " + refused);
        }
    }
}
