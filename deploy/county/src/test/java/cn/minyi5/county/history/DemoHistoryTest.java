package cn.minyi5.county.history;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.PastStep;
import cn.minyi5.county.DemoCounty;
import cn.minyi5.county.history.PastOrder.Event;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class DemoHistoryTest {
    private static final DemoCounty COUNTY = DemoCounty.load();
    private static final DemoHistory HISTORY = DemoHistory.of(COUNTY);
    private static final List<CSVRecord> ALL_ROWS = parse(HISTORY.csv());
    private static final List<CSVRecord> ROWS =
            ALL_ROWS.stream().filter(row -> row.get("step").isEmpty()).toList();
    private static final List<CSVRecord> STEPS =
            ALL_ROWS.stream().filter(row -> !row.get("step").isEmpty()).toList();
    private static final List<CSVRecord> FORWARDED =
            ROWS.stream().filter(row -> row.get("outcome").equals("FORWARDED")).toList();
    private static final List<CSVRecord> WHOLE_FIRST_ROUNDS = FORWARDED.stream()
            .filter(row -> !row.get("followed_up_at").isEmpty())
            .toList();

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
        var months = WHOLE_FIRST_ROUNDS.stream()
                .collect(Collectors.groupingBy(row -> YearMonth.from(at(row, "dispatched_at"))));

        assertThat(months.keySet()).containsExactlyInAnyOrderElementsOf(VisitDays.months());
        assertThat(months.values()).allSatisfy(month -> {
            assertThat(month).anyMatch(late("signed_at", Duration.ofHours(1)));
            assertThat(month).anyMatch(late("signed_at", Duration.ofHours(1)).negate());
            assertThat(month).anyMatch(late("replied_at", Duration.ofHours(48)));
            assertThat(month).anyMatch(late("replied_at", Duration.ofHours(48)).negate());
        });
    }

    @Test
    void theLifeOfAnOrderIsInOrderAndEndsBeforeTheCutOver() {
        assertThat(STEPS).allSatisfy(step -> assertThat(at(step, "step_at")).isBefore(DemoHistory.CUT_OVER));
        assertThat(WHOLE_FIRST_ROUNDS).allSatisfy(row -> {
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
            assertThat(at(row, "followed_up_at")).isBefore(DemoHistory.CUT_OVER);
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
        assertThat(answers("solved").get(Answer.YES)).isGreaterThan(200);
        assertThat(answers("solved").get(Answer.NO))
                .as("a second round each month")
                .isBetween(15L, 19L);
        assertThat(answers("solved").get(Answer.NO_ANSWER)).isBetween(5L, 40L);
        assertThat(answers("satisfied").get(Answer.NO)).isBetween(5L, 60L);
    }

    @Test
    void itsOwnFiguresAreWhatTheRowsSay() {
        var figures = HISTORY.figures();

        assertThat(figures.collected()).isEqualTo(9942);
        assertThat(figures.onSpot()).isEqualTo(9629);
        assertThat(figures.forwarded()).isEqualTo(313);
        assertThat(figures.dueSigns())
                .as("second rounds have clocks of their own")
                .isGreaterThan(313 + 15);
        assertThat(figures.signedInTime()).isBetween(240, figures.dueSigns() - 2 * 18);
        assertThat(figures.dueReplies()).isEqualTo(figures.dueSigns());
    }

    @Test
    void aReturnedDispatchCountsForNobodyAndARoundForItself() {
        var noon = LocalDateTime.parse("2021-09-05T12:00:00");
        var returned = order(
                event(PastStep.DISPATCH, noon),
                event(PastStep.RETURN, noon.plusMinutes(90)),
                event(PastStep.ACCEPT_RETURN, noon.plusMinutes(100)),
                event(PastStep.DISPATCH, noon.plusMinutes(110)),
                event(PastStep.SIGN, noon.plusMinutes(170)),
                event(PastStep.REPLY, noon.plusDays(1)),
                event(PastStep.SEND_REPLY_BACK, noon.plusDays(1)),
                event(PastStep.REPLY, noon.plusDays(3)));
        var twice = order(
                event(PastStep.DISPATCH, noon),
                event(PastStep.SIGN, noon.plusMinutes(61)),
                event(PastStep.REPLY, noon.plusHours(48)),
                event(PastStep.ACCEPT_REPLY, noon.plusHours(49)),
                new Event(PastStep.FOLLOW_UP, noon.plusDays(3), null, null, null, Answer.NO, Answer.NO));
        var open = order(event(PastStep.DISPATCH, LocalDateTime.parse("2021-09-29T12:00:00")));

        assertThat(HistoryFigures.of(10, List.of(returned, twice, open)))
                .isEqualTo(new HistoryFigures(10, 7, 3, 4, 1, 3, 1, 1, 0));
    }

    @Test
    void everyForwardedOneCameThroughTheCitysPlatformAndHadANumberBefore() {
        assertThat(FORWARDED).allSatisfy(row -> assertThat(row.get("channel")).isEqualTo("HOTLINE_12345"));
        assertThat(FORWARDED).extracting(row -> row.get("external_number")).doesNotHaveDuplicates();
        assertThat(FORWARDED).extracting(row -> row.get("former_number")).doesNotHaveDuplicates();
    }

    @Test
    void someWereReturnedSomeCameBackAndSomeAreStillOpen() {
        var steps = STEPS.stream().collect(Collectors.groupingBy(row -> row.get("step"), Collectors.counting()));

        assertThat(steps.get("ACCEPT_RETURN")).isBetween(15L, 18L);
        assertThat(steps.get("REJECT_RETURN")).isBetween(15L, 18L);
        assertThat(steps.get("SEND_REPLY_BACK")).isBetween(15L, 18L);
        assertThat(HISTORY.orders().stream().filter(order -> {
                    var last = order.life().get(order.life().size() - 1);
                    return last.step() != PastStep.FOLLOW_UP || last.solved() == Answer.NO;
                }))
                .hasSize(4);
    }

    @Test
    void thePapersHaveNoGapsAndTellOfOrdersThatWereThere() {
        var papers = parse(DemoPapers.csv(HISTORY));
        var series = papers.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("kind") + row.get("year"),
                        Collectors.mapping(row -> Integer.valueOf(row.get("issue")), Collectors.toList())));

        assertThat(papers).filteredOn(row -> row.get("kind").equals("NOTICE")).hasSize(31);
        assertThat(papers)
                .filteredOn(row -> row.get("kind").equals("SPECIAL_REPORT"))
                .hasSize(24);
        assertThat(series.values()).allSatisfy(issues -> assertThat(issues)
                .isEqualTo(IntStream.rangeClosed(1, issues.size()).boxed().toList()));
        assertThat(papers)
                .extracting(row -> row.get("about"))
                .filteredOn(about -> !about.isEmpty())
                .isSubsetOf(
                        FORWARDED.stream().map(row -> row.get("former_number")).toList());
        assertThat(papers).allSatisfy(row -> assertThat(at(row, "issued_at")).isBefore(DemoHistory.CUT_OVER));
    }

    private static PastOrder order(Event... life) {
        return new PastOrder("1", "1", "JX01", life[0].at(), List.of(life));
    }

    private static Event event(PastStep step, LocalDateTime at) {
        return new Event(step, at, null, null, null, null, null);
    }

    private static Map<Answer, Long> answers(String question) {
        return WHOLE_FIRST_ROUNDS.stream()
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
