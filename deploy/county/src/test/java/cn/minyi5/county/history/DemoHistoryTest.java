package cn.minyi5.county.history;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.county.DemoCounty;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class DemoHistoryTest {
    private static final DemoCounty COUNTY = DemoCounty.load();
    private static final DemoHistory HISTORY = DemoHistory.of(COUNTY);
    private static final List<CSVRecord> ROWS = parse(HISTORY.csv());
    private static final List<CSVRecord> FORWARDED =
            ROWS.stream().filter(row -> row.get("outcome").equals("FORWARDED")).toList();

    @Test
    void hasThePublishedSums() {
        assertThat(ROWS).hasSize(9942);
        assertThat(FORWARDED).hasSize(313);
        assertThat(ROWS.stream().filter(row -> row.get("outcome").equals("RESOLVED_ON_SPOT")))
                .hasSize(9629);
        assertThat(String.format("%.4f", 9629 / 9942.0)).isEqualTo("0.9685");
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        assertThat(DemoHistory.of(COUNTY).csv()).isEqualTo(HISTORY.csv());
        assertThat(DemoHistory.of(COUNTY, 1).csv()).isNotEqualTo(HISTORY.csv());
    }

    @Test
    void visitsOnTheFifthFifteenthAndTwentyFifthOfEighteenMonths() {
        var days = ROWS.stream()
                .map(row -> at(row, "visited_at").toLocalDate())
                .distinct()
                .sorted()
                .toList();

        assertThat(days).isEqualTo(VisitDays.all()).hasSize(54);
        assertThat(ROWS)
                .allSatisfy(row -> assertThat(at(row, "visited_at").getHour()).isBetween(8, 16));
    }

    @Test
    void everyMonthHasLateAndPunctualSignaturesAndReplies() {
        var months = FORWARDED.stream().collect(Collectors.groupingBy(row -> YearMonth.from(at(row, "dispatched_at"))));

        assertThat(months.keySet()).containsExactlyInAnyOrderElementsOf(VisitDays.months());
        assertThat(months.values()).allSatisfy(month -> {
            assertThat(month).anyMatch(late("signed_at", Duration.ofHours(1)));
            assertThat(month).anyMatch(late("signed_at", Duration.ofHours(1)).negate());
            assertThat(month).anyMatch(late("replied_at", Duration.ofHours(48)));
            assertThat(month).anyMatch(late("replied_at", Duration.ofHours(48)).negate());
        });
    }

    @Test
    void theLifeOfAnOrderIsInOrderAndEndsBeforeNovember2021() {
        assertThat(FORWARDED).allSatisfy(row -> {
            assertThat(List.of(
                            at(row, "visited_at"),
                            at(row, "forwarded_at"),
                            at(row, "dispatched_at"),
                            at(row, "signed_at"),
                            at(row, "replied_at"),
                            at(row, "accepted_at"),
                            at(row, "followed_up_at")))
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(at(row, "followed_up_at")).isBefore("2021-11-01T00:00:00+08:00");
        });
    }

    @Test
    void everyClockFallsDueInTheMonthOfItsVisit() {
        assertThat(FORWARDED).allSatisfy(row -> assertThat(
                        YearMonth.from(at(row, "dispatched_at").plusHours(48)))
                .isEqualTo(YearMonth.from(at(row, "visited_at"))));
    }

    @Test
    void forwardsOnlyWhatTheCatalogueKnowsAndHardThingsMoreOften() {
        assertThat(FORWARDED).noneMatch(row -> DemoCounty.WITHOUT_RULE.contains(row.get("category_code")));
        assertThat(ROWS).noneMatch(row -> row.get("category_code").equals("ZX02"));
        assertThat(shareForwarded("L")).isGreaterThan(2 * shareForwarded("M"));
        assertThat(shareForwarded("M")).isGreaterThan(2 * shareForwarded("H"));
    }

    @Test
    void comesRoundToEveryGridAboutEquallyOftenAndNeverTwiceADay() {
        var visits = ROWS.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("grid_code"),
                        Collectors.mapping(row -> row.get("visit_ref"), Collectors.toSet())));

        assertThat(visits).hasSize(445);
        assertThat(visits.values()).allSatisfy(refs -> assertThat(refs).hasSizeBetween(9, 16));
        assertThat(ROWS.stream()
                        .collect(Collectors.groupingBy(row -> row.get("visit_ref")))
                        .values())
                .allSatisfy(ofOneVisit -> assertThat(ofOneVisit.stream()
                                .map(row -> row.get("visited_at"))
                                .distinct())
                        .hasSize(1));
        assertThat(ROWS.stream().map(row -> row.get("request_ref"))).doesNotHaveDuplicates();
    }

    @Test
    void someCitizensStayAnonymousAndTheOthersAreNumbered() {
        assertThat(ROWS).anyMatch(row -> row.get("contact_phone").isEmpty());
        assertThat(ROWS)
                .filteredOn(row -> !row.get("contact_phone").isEmpty())
                .hasSizeGreaterThan(5000)
                .allSatisfy(row -> {
                    assertThat(row.get("contact_name")).matches("群众\\d{5}");
                    assertThat(row.get("contact_phone")).matches("154\\d{8}");
                });
    }

    @Test
    void someWereNotReachedAtTheFollowUpAndSomeWereNotSatisfied() {
        assertThat(FORWARDED).noneMatch(row -> row.get("solved").equals("NO"));
        assertThat(answers("solved").get(Answer.YES)).isGreaterThan(270);
        assertThat(answers("solved").get(Answer.NO_ANSWER)).isBetween(5L, 40L);
        assertThat(answers("satisfied").get(Answer.NO)).isBetween(5L, 40L);
    }

    @Test
    void itsOwnFiguresAreWhatTheRowsSay() {
        var figures = HISTORY.figures();

        assertThat(figures.collected()).isEqualTo(9942);
        assertThat(figures.onSpot()).isEqualTo(9629);
        assertThat(figures.forwarded()).isEqualTo(313);
        assertThat(figures.signedInTime()).isEqualTo((int) FORWARDED.stream()
                .filter(late("signed_at", Duration.ofHours(1)).negate())
                .count());
        assertThat(figures.repliedInTime()).isEqualTo((int) FORWARDED.stream()
                .filter(late("replied_at", Duration.ofHours(48)).negate())
                .count());
    }

    private static Map<Answer, Long> answers(String question) {
        return FORWARDED.stream()
                .collect(Collectors.groupingBy(row -> Answer.valueOf(row.get(question)), Collectors.counting()));
    }

    private static double shareForwarded(String likelihood) {
        var codes = COUNTY.categories().stream()
                .filter(category -> category.onSpotLikelihood().name().equals(likelihood))
                .map(category -> category.code())
                .toList();
        Predicate<CSVRecord> which = row -> codes.contains(row.get("category_code"));
        return (double) FORWARDED.stream().filter(which).count()
                / ROWS.stream().filter(which).count();
    }

    private static Predicate<CSVRecord> late(String column, Duration allowed) {
        return row -> at(row, column).isAfter(at(row, "dispatched_at").plus(allowed));
    }

    private static OffsetDateTime at(CSVRecord row, String column) {
        return OffsetDateTime.parse(row.get(column));
    }

    private static List<CSVRecord> parse(String csv) {
        try (var records = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))) {
            return records.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
