package cn.minyi5.county;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoCountyTest {
    private static final String TOWNSHIP = "TOWNSHIP";
    private static final List<Rule> CATALOGUE = CountyFiles.rows(
            "catalogue.csv",
            row -> new Rule(
                    row.get("category_prefix"),
                    row.get("division_prefix"),
                    row.get("lead"),
                    Arrays.stream(row.get("assisting").split("\\|"))
                            .filter(code -> !code.isEmpty())
                            .toList()));

    private final DemoCounty county = DemoCounty.load();

    private record Rule(String categoryPrefix, String divisionPrefix, String lead, List<String> assisting) {}

    @Test
    void hasThePublishedNumbersOfPlacesGridsTeamsAndPeople() {
        assertThat(county.townships()).hasSize(13);
        assertThat(county.communities()).hasSize(18);
        assertThat(county.villages()).hasSize(412);
        assertThat(county.grids()).hasSize(445);
        assertThat(county.teams()).hasSize(445);
        assertThat(county.teams().stream()
                        .flatMap(team -> team.members().stream())
                        .map(Team.Member::name))
                .hasSize(2670)
                .doesNotHaveDuplicates()
                .startsWith("民情书记0001")
                .endsWith("民情书记2670");
        assertThat(county.categories()).hasSize(61);
    }

    @Test
    void hasAThemeForEveryMonthAndCardsForCategoriesThatThereAre() {
        var themes = new MasterFiles(county)
                .themes(YearMonth.of(2026, 11))
                .lines()
                .skip(1)
                .toList();
        var groups = county.categories().stream().map(Category::code);
        var cards = CountyFiles.rows("policy-cards.csv", row -> row.get("category"));

        assertThat(themes).hasSize(12);
        assertThat(themes.get(0)).startsWith("2026-11,清洁取暖");
        assertThat(themes.get(11)).startsWith("2027-10,秋收秋种");
        assertThat(cards).hasSizeGreaterThan(10);
        assertThat(groups.flatMap(code -> Stream.of(code, code.substring(0, 2))).toList())
                .containsAll(cards);
    }

    @Test
    void sharesTheVillagesOutInProportionToThoseOfTheTownships() {
        var visited = county.villages().stream().collect(Collectors.groupingBy(Place::parent, Collectors.counting()));

        assertThat(visited).hasSize(13);
        visited.forEach((township, villages) -> {
            var all = county.places().stream()
                    .filter(place -> place.level() == Place.Level.VILLAGE)
                    .filter(place -> place.parent().equals(township))
                    .count();
            assertThat((double) villages).isBetween(Math.floor(all * 412 / 540.0), Math.ceil(all * 412 / 540.0));
        });
    }

    @Test
    void givesFifteenPlacesASecondGridAndEveryOtherPlaceOne() {
        var grids = county.grids().stream().collect(Collectors.groupingBy(Grid::place, Collectors.counting()));

        assertThat(grids).hasSize(18 + 412);
        assertThat(grids.values().stream().filter(count -> count == 2)).hasSize(15);
        assertThat(county.grids()).allSatisfy(grid -> assertThat(grid.code())
                .matches("370828\\d{9}")
                .startsWith(grid.place().code()));
        assertThat(county.grids().stream().map(Grid::code)).doesNotHaveDuplicates();
    }

    @Test
    void formsEveryTeamByTheRuleOneTwoThree() {
        assertThat(county.teams()).allSatisfy(team -> assertThat(team.members().stream()
                        .collect(Collectors.groupingBy(Team.Member::role, Collectors.counting())))
                .containsEntry("LEADER", 1L)
                .containsEntry("COUNTY_OFFICIAL", 2L)
                .containsEntry("TOWNSHIP_OFFICIAL", 3L));
    }

    @Test
    void everyCategoryHasARuleOrIsWithoutOneOnPurpose() {
        var ruled = CATALOGUE.stream().map(Rule::categoryPrefix).collect(Collectors.toSet());

        assertThat(county.categories()).extracting(Category::code).allSatisfy(code -> assertThat(ruled.contains(code))
                .isNotEqualTo(DemoCounty.WITHOUT_RULE.contains(code)));
        assertThat(CATALOGUE).hasSize(ruled.size());
    }

    @Test
    void everyDepartmentOfTheCatalogueExists() {
        var known = Stream.concat(county.departments().stream().map(Department::code), Stream.of(TOWNSHIP))
                .toList();

        assertThat(CATALOGUE).allSatisfy(rule -> {
            assertThat(known).contains(rule.lead()).containsAll(rule.assisting());
            assertThat(rule.assisting()).doesNotContain(rule.lead()).doesNotHaveDuplicates();
            assertThat(rule.divisionPrefix()).isEqualTo(DemoCounty.CODE);
        });
    }

    @Test
    void everyTownshipIsADepartmentByItsNineDigits() {
        var departments = county.departments();

        assertThat(departments).extracting(Department::code).doesNotHaveDuplicates();
        assertThat(county.townships()).allSatisfy(township -> assertThat(departments)
                .contains(new Department(township.code(), township.name())));
    }

    @Test
    void everyClauseSaysThatItIsInventedForTheDemo() {
        assertThat(CountyFiles.rows("catalogue.csv", row -> row.get("clause")))
                .allMatch(clause -> clause.matches("权责清单（演示）第\\d+条"));
    }

    @Test
    void callsPlacesAsPeopleDo() {
        assertThat(county.places())
                .filteredOn(place -> List.of("370828001209", "370828001009").contains(place.code()))
                .extracting(Place::shortName)
                .containsExactly("金府社区", "刘庄村");
    }

    @Test
    void writesTheMasterFilesInTheFormatsOfTheServices() {
        var files = new MasterFiles(county);

        assertThat(files.grids().lines()).hasSize(446).startsWith("code,name", "370828001009001,金府社区第一网格");
        assertThat(files.teams().lines())
                .hasSize(2671)
                .startsWith(
                        "team_code,grid_code,member_no,name,role",
                        "T370828001009001,370828001009001,1,民情书记0001,LEADER");
        assertThat(files.calendarYears()).containsOnlyKeys(2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026);
        assertThat(files.calendarYears().get(2021)).startsWith("date,kind,festival\n2021-01-01,HOLIDAY,元旦\n");
    }
}
