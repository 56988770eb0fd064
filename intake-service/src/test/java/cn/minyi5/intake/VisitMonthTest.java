package cn.minyi5.intake;

import static cn.minyi5.intake.County.as;
import static cn.minyi5.intake.County.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.contracts.VisitMonthEvent;
import cn.minyi5.contracts.VisitMonthEvent.Began;
import cn.minyi5.contracts.VisitMonthEvent.Ended;
import cn.minyi5.contracts.VisitMonthEvent.Theme;
import cn.minyi5.intake.coverage.TellVisitMonths;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.Events.Heard;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In years to come, which are only said to have come: each test in one of its own. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class VisitMonthTest {

    @Inject
    TellVisitMonths months;

    @Test
    void onTheMorningOfTheFirstATeamIsToldItsVisitDaysAndTheThemeAndOnNoOtherMorning() {
        var team = County.team();
        put(County.administrator(), "/api/editions/monthly-themes/drafts", "month,title,text\n2031-03,春耕,问一问种子和水\n")
                .statusCode(200);
        as(County.administrator())
                .post("/api/editions/monthly-themes/publication")
                .then()
                .statusCode(200);

        tell("2031-03-01T07:59:59+08:00");
        tell("2031-03-01T08:00:00+08:00");
        tell("2031-03-02T08:00:00+08:00");
        tell("2031-04-01T08:00:00+08:00");

        var told = heardUpTo(Began.class, team, "2031-04");
        assertThat(told)
                .extracting(Began::month)
                .containsOnlyOnce("2031-02", "2031-03", "2031-04")
                .doesNotHaveDuplicates();
        var march = told.stream()
                .filter(began -> began.month().equals("2031-03"))
                .findFirst()
                .orElseThrow();
        assertThat(march.visitDays()).containsExactly(day("2031-03-05"), day("2031-03-15"), day("2031-03-25"));
        assertThat(march.gridCode()).isEqualTo(team.grid());
        assertThat(march.theme()).isEqualTo(new Theme("春耕", "问一问种子和水"));
        assertThat(told.get(told.size() - 1).theme()).isNull();
    }

    @Test
    void atTheEndOfAMonthATeamIsToldWhatItHasMissed() {
        var team = County.team();

        tell("2032-05-01T08:00:00+08:00");

        var april = heardUpTo(Ended.class, team, "2032-04").get(0);
        assertThat(april.planned()).isEqualTo(3);
        assertThat(april.done()).isZero();
        assertThat(april.missed()).containsExactly(day("2032-04-05"), day("2032-04-15"), day("2032-04-25"));
    }

    @Test
    void severalCopiesAtOnceAndOneThatBeginsAnewTellEachTeamOnceAMonth() {
        var team = County.team();
        var morning = OffsetDateTime.parse("2033-06-01T09:00:00+08:00").toInstant();

        Uni.join()
                .all(months.tellDueAt(morning), months.tellDueAt(morning), months.tellDueAt(morning))
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(60));
        tell("2033-06-01T09:05:00+08:00");
        tell("2033-07-01T09:05:00+08:00");

        assertThat(heardUpTo(Began.class, team, "2033-07"))
                .extracting(Began::month)
                .containsExactly("2033-06", "2033-07");
        assertThat(heardUpTo(Ended.class, team, "2033-06"))
                .extracting(Ended::month)
                .containsExactly("2033-05", "2033-06");
    }

    @Test
    void aTeamIsNotToldOfAMonthThatWasOverBeforeItWasKnown() {
        var team = County.team();

        tell("2020-03-01T09:00:00+08:00");
        tell("2034-01-01T09:00:00+08:00");

        assertThat(heardUpTo(Ended.class, team, "2033-12"))
                .extracting(Ended::month)
                .doesNotContain("2020-02");
    }

    private void tell(String at) {
        months.tellDueAt(OffsetDateTime.parse(at).toInstant()).await().atMost(Duration.ofSeconds(60));
    }

    /** What the team was told, the last of it about the month. */
    private static <E extends VisitMonthEvent> List<E> heardUpTo(Class<E> type, County.Team team, String month) {
        await().atMost(Duration.ofSeconds(20)).until(() -> heard(type, team).stream()
                .anyMatch(told -> monthOf(told).equals(month)));
        return heard(type, team);
    }

    private static <E extends VisitMonthEvent> List<E> heard(Class<E> type, County.Team team) {
        return Events.of(type, team.grid()).stream().map(Heard::event).toList();
    }

    private static String monthOf(VisitMonthEvent event) {
        return event instanceof Began began ? began.month() : ((Ended) event).month();
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
