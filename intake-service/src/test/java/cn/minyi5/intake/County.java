package cn.minyi5.intake;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import cn.minyi5.contracts.CatalogueEvent;
import cn.minyi5.contracts.language.ResponsibilityScope;
import cn.minyi5.privacy.KeyStore;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.Tokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Two small counties, loaded through the API, and people of theirs; every test may have a team of its own. */
final class County {

    static final String JINXIANG = "370828";

    /** At the shell. */
    static final KeyStore.Operator OPERATOR = new KeyStore.Operator("operator", JINXIANG);

    static final String CITY = "3708";
    static final String WATER = "GS02";
    static final String LEGAL_AID = "PA05";
    static final String ABOUT_OFFICIALS = "ZX02";

    private static final String DIVISIONS =
            """
            code,name,parent_code,level
            37,山东省,,PROVINCE
            3708,济宁市,37,CITY
            370828,金乡县,3708,COUNTY
            370828101,羊山镇,370828,TOWNSHIP
            370828101001,葛山社区,370828101,COMMUNITY
            370828101201,北小山村,370828101,VILLAGE
            370828101202,南小山村,370828101,VILLAGE
            370829,嘉祥县,3708,COUNTY
            370829101,纸坊镇,370829,TOWNSHIP
            370829101201,某某村,370829101,VILLAGE
            """;

    private static final String CATEGORIES =
            """
            code,group,name,lead_department,on_spot_likelihood,resolve_working_days
            GS02,供水供气,农村饮水、水管破损,县水务局,L,3
            PA05,平安法治,法律援助,县司法局,H,5
            ZX02,政策咨询与建议,对部门作风、工作人员的意见,县政府督查室,L,5
            """;

    private static final AtomicInteger NEXT_GRID = new AtomicInteger(1);
    private static boolean loaded;

    private County() {}

    /** A team and the one grid it walks. */
    record Team(String code, String grid) {

        Tokens secretary() {
            return Tokens.of("secretary-of-" + code)
                    .role("secretary")
                    .division(grid.substring(0, 6))
                    .team(code);
        }

        /** Another secretary of the team. */
        Tokens mate() {
            return Tokens.of("mate-in-" + code)
                    .role("secretary")
                    .division(grid.substring(0, 6))
                    .team(code);
        }

        Tokens leader() {
            return Tokens.of("leader-of-" + code)
                    .role("team-leader")
                    .division(grid.substring(0, 6))
                    .team(code);
        }

        Response submit(String key, Map<String, Object> visit) {
            return as(secretary()).header("Idempotency-Key", key).body(visit).post("/api/visits");
        }

        /** Submits under a key of its own and must succeed. */
        ValidatableResponse submit(Map<String, Object> visit) {
            return submit(String.valueOf(visit.get("visitId")), visit).then().statusCode(201);
        }
    }

    static synchronized void load() {
        if (!loaded) {
            var administrator =
                    Tokens.of("city-administrator").role("administrator").division(CITY);
            put(administrator, "/api/divisions", DIVISIONS).statusCode(200);
            put(administrator, "/api/categories", CATEGORIES).statusCode(200);
            loaded = true;
        }
    }

    /** 权责清单, as routing has published it; waits until it is known. */
    static void catalogue() {
        catalogue(JINXIANG);
    }

    static void catalogue(String division) {
        Events.send(
                new CatalogueEvent.Published(
                        1,
                        LocalDate.parse("2020-01-01"),
                        1,
                        List.of(
                                new CatalogueEvent.Department("JX01", "县水务局", division),
                                new CatalogueEvent.Department("JX02", "县住房和城乡建设局", division)),
                        division,
                        List.of(new ResponsibilityScope(WATER, division))),
                Instant.now());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Tables.count("known_catalogue where division = ?", division) > 0);
    }

    /** A new team with a new grid in 北小山村. */
    static Team team() {
        return team("370828101201");
    }

    static Team team(String village) {
        load();
        var number = NEXT_GRID.getAndIncrement();
        var team = new Team("T%03d".formatted(number), village + "%03d".formatted(number));
        var administrator =
                Tokens.of("city-administrator").role("administrator").division(CITY);
        put(administrator, "/api/grids", "code,name\n%s,网格%d\n".formatted(team.grid(), number))
                .statusCode(200);
        put(administrator, "/api/teams", members(team)).statusCode(200);
        return team;
    }

    static String members(Team team) {
        var rows = new StringBuilder("team_code,grid_code,member_no,name,role\n");
        for (int number = 1; number <= 6; number++) {
            var role = number == 1 ? "LEADER" : number <= 3 ? "COUNTY_OFFICIAL" : "TOWNSHIP_OFFICIAL";
            rows.append("%s,%s,%d,民情书记%03d,%s\n".formatted(team.code(), team.grid(), number, number, role));
        }
        return rows.toString();
    }

    static Tokens administrator() {
        return Tokens.of("administrator").role("administrator").division(JINXIANG);
    }

    static Tokens dispatcher() {
        return Tokens.of("dispatcher001").role("dispatcher").division(JINXIANG);
    }

    static Tokens supervisor() {
        return Tokens.of("supervisor001").role("supervisor").division(JINXIANG);
    }

    static Tokens clerk(String department) {
        return Tokens.of("clerk-of-" + department)
                .role("clerk")
                .division(JINXIANG)
                .department(department);
    }

    static Tokens head(String department) {
        return Tokens.of("head-of-" + department)
                .role("department-head")
                .division(JINXIANG)
                .department(department);
    }

    static RequestSpecification as(Tokens token) {
        return given().header("Authorization", token.bearer()).contentType("application/json; charset=utf-8");
    }

    static ValidatableResponse put(Tokens token, String path, String csv) {
        return as(token)
                .contentType("text/csv; charset=utf-8")
                .body(csv)
                .put(path)
                .then();
    }
}
