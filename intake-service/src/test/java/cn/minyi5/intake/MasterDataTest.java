package cn.minyi5.intake;

import static cn.minyi5.intake.County.administrator;
import static cn.minyi5.intake.County.as;
import static cn.minyi5.intake.County.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.minyi5.contracts.MasterDataEvent.CategoriesNamed;
import cn.minyi5.contracts.MasterDataEvent.Named;
import cn.minyi5.contracts.MasterDataEvent.NamedCategory;
import cn.minyi5.contracts.MasterDataEvent.PlacesNamed;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class MasterDataTest {

    private static ValidatableResponse check(String what, String sheet) {
        return as(administrator())
                .contentType("text/csv; charset=utf-8")
                .body(sheet)
                .post(what + "/check")
                .then()
                .statusCode(200);
    }

    @BeforeEach
    void aCounty() {
        County.load();
    }

    @Test
    void goodDivisionsAreTakenAndBadOnesComeBackWithTheirRowAndReason() {
        put(
                        administrator(),
                        "/api/divisions",
                        """
                        code,name,parent_code,level
                        37082810220A,坏代码村,370828102,VILLAGE
                        370828102201,鸡黍村,370828102,VILLAGE
                        370828102,鸡黍镇,370828,TOWNSHIP
                        370828103,级别不符,370828,VILLAGE
                        370828104201,无上级村,370828104,VILLAGE
                        370829102,外县镇,370829,TOWNSHIP
                        370828102201,重复村,370828102,VILLAGE
                        """)
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("refused", hasSize(5))
                .body("refused.find { it.row == 2 }.code", equalTo("division.code-malformed"))
                .body("refused.find { it.row == 2 }.field", equalTo("code"))
                .body("refused.find { it.row == 2 }.reason", containsString("不是行政区划代码"))
                .body("refused.find { it.row == 5 }.code", equalTo("division.level-wrong"))
                .body("refused.find { it.row == 6 }.code", equalTo("division.parent-unknown"))
                .body("refused.find { it.row == 7 }.code", equalTo("division.outside-jurisdiction"))
                .body("refused.find { it.row == 8 }.code", equalTo("csv.row-twice"));
    }

    @Test
    void theSameFileAgainChangesNothingAndANewNameRenames() {
        var team = County.team();
        var before = Tables.count("grid");

        put(administrator(), "/api/grids", "code,name\n%s,新名字\n".formatted(team.grid()))
                .body("accepted", equalTo(1));

        assertThat(Tables.count("grid")).isEqualTo(before);
        assertThat(Tables.text("select name from grid where code = ?", team.grid()))
                .isEqualTo("新名字");
    }

    @Test
    void whatPlacesAndCategoriesAreCalledIsToldToTheOthers() {
        await().untilAsserted(() -> assertThat(Events.of(PlacesNamed.class))
                .anySatisfy(told -> assertThat(told.event().places()).contains(new Named("370828101", "羊山镇"))));
        await().untilAsserted(() -> assertThat(Events.of(CategoriesNamed.class))
                .anySatisfy(told -> assertThat(told.event().categories())
                        .extracting(NamedCategory::code)
                        .contains("GS02")));
    }

    @Test
    void aGridNeedsItsVillage() {
        put(administrator(), "/api/grids", "code,name\n370828101299001,无村网格\n370828,不是网格\n370829101201001,外县网格\n")
                .body("accepted", equalTo(0))
                .body(
                        "refused.code",
                        equalTo(List.of(
                                "grid.village-unknown", "grid.code-malformed", "division.outside-jurisdiction")));
    }

    @Test
    void aTeamThatIsNotOneTwoThreeIsRefusedWholeAndTheOthersAreTaken() {
        var good = County.team();
        var broken = new County.Team("BROKEN", good.grid());
        var rows = County.members(good)
                + County.members(broken).lines().skip(1).limit(5).reduce("", (all, row) -> all + row + "\n");

        put(administrator(), "/api/teams", rows)
                .body("accepted", equalTo(6))
                .body("refused", hasSize(5))
                .body("refused.code", hasItem("team.breaks-1-2-3"))
                .body("refused[0].reason", containsString("1、2、2"));

        assertThat(Tables.count("visit_team where code = 'BROKEN'")).isZero();
        assertThat(Tables.count("team_member where team_code = ?", good.code())).isEqualTo(6);
    }

    @Test
    void aTeamInAnotherJurisdictionsGridIsRefused() {
        var team = County.team();
        put(
                        Tokens.of("administrator-elsewhere")
                                .role("administrator")
                                .division("370829"),
                        "/api/teams",
                        County.members(team))
                .body("accepted", equalTo(0))
                .body("refused.code", hasItem("grid.unknown"));
    }

    @Test
    void categoriesAreListedWithWhatTheyNeed() {
        as(County.clerk("JX01"))
                .get("/api/categories")
                .then()
                .statusCode(200)
                .body("total", equalTo(3))
                .body("items.code", equalTo(List.of("GS02", "PA05", "ZX02")))
                .body("items[0].group", equalTo("供水供气"))
                .body("items[0].onSpotLikelihood", equalTo("L"))
                .body("items[0].resolveWorkingDays", equalTo(3));
    }

    @Test
    void aSheetIsLookedAtBeforeItIsLoadedAndNothingIsStored() {
        var team = County.team();
        var grid = team.grid().substring(0, 12) + "777";
        var sheet = "code,name\n%s,新名字\n%s,新网格\n370828,不是网格\n".formatted(team.grid(), grid);

        check("/api/grids", sheet)
                .body("accepted", equalTo(2))
                .body("refused.code", equalTo(List.of("grid.code-malformed")))
                .body("added", equalTo(1))
                .body("changed", equalTo(1))
                .body("changes.find { it.code == '%s' }.after.name".formatted(team.grid()), equalTo("新名字"))
                .body("changes.find { it.code == '%s' }.before".formatted(grid), nullValue());

        assertThat(Tables.count("grid where code = ? or name = '新名字' and code = ?", grid, team.grid()))
                .isZero();
        assertThat(Tables.count("master_data_change where code = ?", grid)).isZero();
        put(administrator(), "/api/grids", sheet).body("accepted", equalTo(2));
        check("/api/grids", sheet).body("added", equalTo(0)).body("changed", equalTo(0));
    }

    @Test
    void ofEachGridAndTeamItIsKnownWhoChangedWhatAndWhen() {
        var team = County.team();
        var other = County.members(team).replace("民情书记006", "民情书记007");
        check("/api/teams", other)
                .body("changed", equalTo(1))
                .body("changes[0].after.terms[5].name", equalTo("民情书记007"));
        put(administrator(), "/api/teams", other).body("accepted", equalTo(6));
        put(administrator(), "/api/teams", other).body("accepted", equalTo(6));

        var history = as(County.supervisor())
                .queryParams("kind", "TEAM", "code", team.code(), "limit", 1)
                .get("/api/master-data-changes")
                .then()
                .statusCode(200)
                .body("items.changedBy", equalTo(List.of("administrator")))
                .body("items[0].before.terms[5].name", equalTo("民情书记006"))
                .body("items[0].after.terms[5].name", equalTo("民情书记007"));
        as(County.supervisor())
                .queryParams(
                        "kind",
                        "TEAM",
                        "code",
                        team.code(),
                        "after",
                        history.extract().<String>path("next"))
                .get("/api/master-data-changes")
                .then()
                .body("items.changedBy", equalTo(List.of("city-administrator")))
                .body("items[0].before", nullValue())
                .body("next", nullValue());
        as(Tokens.of("elsewhere").role("supervisor").division("370829"))
                .queryParam("code", team.grid())
                .get("/api/master-data-changes")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void aCategoryMayDemandAPhotoAndACheckOnTheSpotAndASheetThatSaysNothingLeavesIt() {
        var without = "code,group,name,on_spot_likelihood,resolve_working_days\nQT01,其他,照片类,H,3\n";
        var with = "code,group,name,on_spot_likelihood,resolve_working_days,photo_required,on_spot_check_required\n";
        put(administrator(), "/api/categories", with + "QT01,其他,照片类,H,3,YES,YES\nQT02,其他,照片类,H,3,MAYBE,\n")
                .body("accepted", equalTo(1))
                .body("refused.field", hasItem("photo_required"))
                .body("refused.code", hasItem("csv.cell-not-in-list"));
        put(administrator(), "/api/categories", without).body("accepted", equalTo(1));

        var shown = as(County.clerk("JX01")).get("/api/categories").then();
        Tables.change("delete from category where code = 'QT01'");

        shown.body(
                "items.find { it.code == 'QT01' }.demands",
                equalTo(Map.of("photoRequired", true, "onSpotCheckRequired", true)));
    }

    @Test
    void anotherDivisionsAdministratorMovesNoTeamAndChangesNoCategoryOfThisCounty() {
        var team = County.team();
        var neighbour = Tokens.of("neighbour").role("administrator").division("370829");
        var town = Tokens.of("town").role("administrator").division("370828106");
        put(
                        town,
                        "/api/divisions",
                        "code,name,parent_code,level\n370828106,测试镇,370828,TOWNSHIP\n370828106201,测试村,370828106,VILLAGE\n")
                .statusCode(200);
        for (var elsewhere :
                Map.of(neighbour, "370829101201777", town, "370828106201777").entrySet()) {
            put(elsewhere.getKey(), "/api/grids", "code,name\n%s,别处的网格\n".formatted(elsewhere.getValue()))
                    .body("accepted", equalTo(1));
        }

        put(town, "/api/teams", County.members(new County.Team(team.code(), "370828106201777")))
                .statusCode(200)
                .body("refused.code", everyItem(equalTo("team.outside-jurisdiction")))
                .body("refused", hasSize(6));
        // In another county the code is another team's.
        put(neighbour, "/api/teams", County.members(new County.Team(team.code(), "370829101201777")))
                .body("accepted", equalTo(6));
        put(
                        neighbour,
                        "/api/categories",
                        "code,group,name,on_spot_likelihood,resolve_working_days\nGS02,供水供气,改了名,H,99\n")
                .statusCode(200)
                .body("refused[0].code", equalTo("category.outside-jurisdiction"));
        put(town, "/api/categories", "code\n").statusCode(403);

        assertThat(Tables.text("select grid_code from visit_team where code = ? and county = '370828'", team.code()))
                .isEqualTo(team.grid());
        assertThat(Tables.text("select name from category where code = 'GS02'")).isEqualTo("农村饮水、水管破损");
    }

    @Test
    void badCategoriesComeBack() {
        put(
                        administrator(),
                        "/api/categories",
                        """
                        code,group,name,on_spot_likelihood,resolve_working_days
                        gs3,供水,小写代码,L,3
                        GS03,供水,没有天数,L,
                        GS04,供水,不在清单,X,3
                        GS05,供水,天数过多,L,366
                        GS06,供水,不是数字,L,三
                        """)
                .body("accepted", equalTo(0))
                .body(
                        "refused.code",
                        equalTo(List.of(
                                "category.code-malformed",
                                "csv.cell-missing",
                                "csv.cell-not-in-list",
                                "category.days-out-of-range",
                                "csv.cell-not-a-number")));
    }

    @Test
    void gridsOfTheJurisdictionAreListedPageByPage() {
        County.team();
        County.team();
        County.team("370829101201");
        var reader = Tokens.of("reader").role("supervisor").division("370828101");

        var first = as(reader).queryParam("limit", 1).get("/api/grids").then().statusCode(200);
        int total = first.extract().path("total");
        var next = first.extract().<String>path("next");
        var rest = as(reader)
                .queryParam("after", next)
                .queryParam("limit", 1000)
                .get("/api/grids")
                .then();

        assertThat(rest.extract().<List<String>>path("items.code"))
                .hasSize(total - 1)
                .allMatch(code -> code.startsWith("370828101"))
                .isSorted();
        rest.body("next", equalTo(null));
        as(reader).queryParam("after", "'x").get("/api/grids").then().statusCode(400);
        as(reader).queryParam("limit", 0).get("/api/grids").then().statusCode(400);
    }

    @Test
    void masterDataIsCountedWithinTheJurisdiction() {
        County.team("370829101201");
        as(Tokens.of("reader").role("supervisor").division("370829"))
                .get("/api/master-data")
                .then()
                .statusCode(200)
                .body("townships", equalTo(1))
                .body("communities", equalTo(0))
                .body("villages", equalTo(1))
                .body("grids", equalTo(Math.toIntExact(Tables.count("grid where code like '370829%'"))))
                .body("teams", equalTo(Math.toIntExact(Tables.count("visit_team where grid_code like '370829%'"))))
                .body("secretaries", greaterThan(5))
                .body("categories", equalTo(3));
    }

    @Test
    void onlyAnAdministratorLoads() {
        put(County.dispatcher(), "/api/grids", "code,name\n").statusCode(403);
        put(County.team().secretary(), "/api/categories", "code\n").statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "code;name\n1;2", "", "code,name,code\n1,2,3"})
    void aFileWithoutTheColumnsIsRefusedWhole(String file) {
        put(administrator(), "/api/grids", file).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void whatIsNotAUtf8TextIsRefused() {
        as(administrator())
                .contentType("text/csv")
                .body("code,name\n370828101201001,网格\n".getBytes(java.nio.charset.Charset.forName("GBK")))
                .put("/api/grids")
                .then()
                .statusCode(400)
                .body("code", equalTo("csv.not-utf8"));
        as(administrator())
                .contentType("text/csv")
                .body("code,name\n37\0,x\n".getBytes(StandardCharsets.UTF_8))
                .put("/api/grids")
                .then()
                .statusCode(400)
                .body("code", equalTo("csv.unreadable"));
    }
}
