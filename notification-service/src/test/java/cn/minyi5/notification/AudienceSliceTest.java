package cn.minyi5.notification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.CatalogueEvent;
import cn.minyi5.contracts.HandoverEvent;
import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.VisitMonthEvent;
import cn.minyi5.contracts.language.Rung;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose turn it is to hear, and who must not. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
@QuarkusTestResource(MailServer.Settings.class)
class AudienceSliceTest {

    private Office office;

    @BeforeEach
    void openOffice() {
        office = Office.open();
    }

    @Test
    void historyThatIsBroughtAlongAlarmsNobody() {
        var story = Story.imported(office);
        story.dispatched();
        story.returnRequested();
        story.replyAccepted();
        story.dispatched(false);

        Office.soon()
                .until(() -> !office.clerk.occasionsAbout(story.workOrderId).isEmpty());

        assertThat(office.people().flatMap(person -> person.occasionsAbout(story.workOrderId).stream()))
                .containsExactly("DISPATCHED");
    }

    @Test
    void whatHistoryLeftOpenGoesOnceAsOneListToItsDepartmentAndToTheDesk() {
        var importId = UUID.randomUUID();
        var orders = List.of(
                new HandoverEvent.Order(UUID.randomUUID(), "GD20210925-000001", "民听301"),
                new HandoverEvent.Order(UUID.randomUUID(), "GD20210925-000002", null));
        var cutOver = OffsetDateTime.parse("2021-10-09T00:00:00+08:00");
        Events.send(new HandoverEvent.Listed(importId, "370828", office.department, cutOver, 2, orders), Instant.now());
        Events.send(new HandoverEvent.Listed(importId, "370828", null, cutOver, 2, orders), Instant.now());

        Office.soon().untilAsserted(() -> {
            assertThat(office.clerk.occasionsAbout(importId)).containsExactly("HANDED_OVER");
            assertThat(office.head.occasionsAbout(importId)).containsExactly("HANDED_OVER");
            assertThat(office.dispatcher.occasionsAbout(importId)).containsExactly("HANDED_OVER");
        });
        assertThat(office.clerk.inbox().getString("items[0].text"))
                .contains("2件工单在办", "GD20210925-000001（原编号 民听301）", "GD20210925-000002");
        assertThat(office.supervisor.occasionsAbout(importId)).isEmpty();
        assertThat(office.secretary.occasionsAbout(importId)).isEmpty();
    }

    @Test
    void aComplaintAboutOfficialsIsForTheCountysSupervisorsAloneAndGivesNothingAway() {
        var story = Story.confidential(office);
        story.dispatched();
        story.reached(Rung.RED);
        story.noticeIssued();

        Office.soon()
                .untilAsserted(() -> assertThat(office.supervisor.occasions()).contains("DISPATCHED", "RED", "NOTICE"));

        assertThat(office.people().map(person -> person.inbox().prettify()))
                .noneMatch(inbox -> inbox.contains(story.number) || inbox.contains(story.workOrderId.toString()));
        assertThat(office.clerk.occasions()).isEmpty();
        assertThat(office.head.occasions()).isEmpty();
        assertThat(office.supervisor.inbox().getList("items.findAll { it.subject == '专办件有新情况' }.text", String.class))
                .hasSizeGreaterThanOrEqualTo(3)
                .noneMatch(
                        text -> text.contains(Office.GRID) || text.contains(office.department) || text.contains("月"));
        var told = office.supervisor.inbox().getList("items.id", String.class);
        assertThat(Office.deliveriesSeenBy(Office.administrator()).getList("items.id", String.class))
                .doesNotContainAnyElementsOf(told);
        assertThat(Office.deliveriesSeenBy(office.supervisor.bearer()).prettify())
                .doesNotContain(story.workOrderId.toString());
    }

    @Test
    void whereNobodyReadsAComplaintAboutTheOfficeTheAdministratorHearsThatSomethingWaitsAndNoMore() {
        Office.load(List.of(office.administrator.row()));
        var request = UUID.randomUUID();
        referred(request, office.department);

        Office.soon().untilAsserted(() -> assertThat(office.administrator.occasions())
                .containsExactly("NOBODY_READS"));

        assertThat(office.administrator.inbox().getString("items.collect { it.subject + it.text + it.about }"))
                .contains("有事项无人可看")
                .doesNotContain(request.toString(), office.department, "ZX02", "370828", "2026-11");
        assertThat(office.people().flatMap(person -> person.occasions().stream()))
                .isEmpty();
        for (var reader : List.of(Office.administrator(), office.supervisor.bearer())) {
            assertThat(Office.deliveriesSeenBy(reader).getList("items.occasion", String.class))
                    .doesNotContain("NOBODY_READS");
        }
    }

    @Test
    void whereSomebodyReadsAComplaintAboutTheOfficeTheAdministratorHearsNothing() {
        Office.load(List.of(office.administrator.row(), office.inspector.row()));
        referred(UUID.randomUUID(), office.department);

        Office.soon()
                .untilAsserted(() -> assertThat(office.inspector.occasions()).containsExactly("ABOUT_THE_OFFICE"));
        assertThat(office.administrator.occasions()).isEmpty();
    }

    @Test
    void anotherCountysOfficeReadsNoDeliveriesOfThisOne() {
        var story = Story.of(office);
        story.dispatched();
        Office.soon().untilAsserted(() -> assertThat(office.clerk.occasions()).containsExactly("DISPATCHED"));

        var elsewhere = Tokens.of("elsewhere").role("supervisor").division("370829");
        assertThat(Office.deliveriesSeenBy(elsewhere.bearer()).getList("items")).isEmpty();
    }

    @Test
    void aLifeIsToldToThoseWhoseTurnItIs() {
        var story = Story.of(office);
        story.dispatched();
        story.returnRequested();
        story.replyAccepted();
        story.noticeIssued();

        Office.soon().untilAsserted(() -> {
            assertThat(office.clerk.occasionsAbout(story.workOrderId)).containsExactly("DISPATCHED");
            assertThat(office.dispatcher.occasionsAbout(story.workOrderId)).containsExactly("RETURN_REQUESTED");
            assertThat(office.secretary.occasionsAbout(story.workOrderId)).containsExactly("REPLY_ACCEPTED");
            assertThat(office.head.occasionsAbout(story.workOrderId)).containsExactly("NOTICE");
            assertThat(office.supervisor.occasionsAbout(story.workOrderId)).containsExactly("NOTICE");
        });
    }

    @Test
    void whereNobodyIsFoundTheDeskHearsThatNobodyWas() {
        var story = Story.of(office);
        story.dispatchedTo("D-WITHOUT-ANYBODY");
        story.queued();

        Office.soon().untilAsserted(() -> assertThat(office.dispatcher.occasionsAbout(story.workOrderId))
                .containsExactlyInAnyOrder("NOBODY_FOUND", "QUEUED"));
        assertThat(office.clerk.occasions()).isEmpty();
    }

    @Test
    void disputesAndRefusalsAreToldToThoseWhoMustActOnThem() {
        var story = Story.of(office);
        story.returnRejected();
        story.replySentBack();
        story.arbitrationRequested();
        story.notAccepted();
        story.withdrawn();

        Office.soon().untilAsserted(() -> {
            assertThat(office.clerk.occasionsAbout(story.workOrderId))
                    .containsExactlyInAnyOrder("RETURN_REJECTED", "REPLY_SENT_BACK", "WITHDRAWN");
            assertThat(office.supervisor.occasionsAbout(story.workOrderId)).containsExactly("ARBITRATION_REQUESTED");
            assertThat(office.secretary.occasionsAbout(story.workOrderId)).containsExactly("NOT_ACCEPTED");
        });
    }

    @Test
    void anAnswerFromBeforeItsFactsTravelledIsForSupervisorsAloneAndGivesNothingAway() {
        var story = Story.of(office);
        story.replyAccepted(null);

        Office.soon()
                .untilAsserted(() -> assertThat(office.supervisor.occasions()).contains("REPLY_ACCEPTED"));

        assertThat(office.secretary.occasionsAbout(story.workOrderId)).isEmpty();
        assertThat(office.supervisor.inbox().getString("items[0].text"))
                .doesNotContain(Office.GRID)
                .doesNotContain(office.department);
    }

    @Test
    void aDepartmentIsCalledByTheNameThatTheLatestCatalogueGivesIt() {
        catalogue("旧名称");
        catalogue("县水务局");

        Office.soon().untilAsserted(() -> {
            Story.of(office).dispatched();
            assertThat(office.clerk.inbox().getString("items[0].text")).contains("派给县水务局");
        });
    }

    @Test
    void anOlderCatalogueThatIsReplayedRenamesNobodyAndTellsNobody() {
        var beside = office.inCounty("370829");
        var story = Story.of(office);
        catalogue("县水务局", "370828", Instant.now());
        catalogue("旧名称", "370828", Instant.now().minusSeconds(3600));
        catalogue("邻县水务局", "370829");
        Office.soon().untilAsserted(() -> {
            Story.of(office).dispatchedIn("370829101201001");
            assertThat(beside.clerk.inbox().getString("items[0].text")).contains("派给邻县水务局");
        });

        story.dispatched();

        Office.soon().untilAsserted(() -> assertThat(office.clerk.occasionsAbout(story.workOrderId))
                .containsExactly("DISPATCHED"));
        assertThat(office.clerk.inbox().getList("items.text", String.class))
                .singleElement()
                .asString()
                .contains("派给县水务局");
    }

    @Test
    void inAnotherCountyTheSameCodesAreOtherPeopleOfAnotherName() {
        var beside = office.inCounty("370829");
        catalogue("县水务局");
        catalogue("邻县水务局", "370829");

        Office.soon().untilAsserted(() -> {
            Story.of(office).dispatched();
            Story.of(office).dispatchedIn("370829101201001");
            assertThat(office.clerk.inbox().getString("items[0].text")).contains("派给县水务局");
            assertThat(beside.clerk.inbox().getString("items[0].text")).contains("派给邻县水务局");
        });
        var story = Story.of(office);
        story.dispatched();
        story.replyAccepted();
        Office.soon().untilAsserted(() -> {
            assertThat(office.clerk.occasionsAbout(story.workOrderId)).containsExactly("DISPATCHED");
            assertThat(office.secretary.occasionsAbout(story.workOrderId)).containsExactly("REPLY_ACCEPTED");
        });
        assertThat(beside.people().flatMap(person -> person.occasionsAbout(story.workOrderId).stream()))
                .isEmpty();
    }

    @Test
    void aTeamHearsWhatItsMonthHoldsAndWhatItHasMissedAndATeamThatNobodyHearsForTellsNobody() {
        var grid = "370828101203001";
        var days = List.of(LocalDate.parse("2021-10-08"), LocalDate.parse("2021-10-15"));
        // Of one grid events come in their order: when the others are heard, this one has been.
        var unheard = Events.send(
                new VisitMonthEvent.Ended("370828", "NOBODY", grid, "2021-09", 3, 3, List.of()), Instant.now());
        var began = Events.send(
                new VisitMonthEvent.Began("370828", office.team, grid, "2021-10", days, null, null), Instant.now());
        var ended = Events.send(
                new VisitMonthEvent.Ended("370828", office.team, grid, "2021-09", 3, 2, days.subList(0, 1)),
                Instant.now());

        Office.soon().untilAsserted(() -> {
            assertThat(office.secretary.occasionsAbout(began)).containsExactly("MONTH_BEGAN");
            assertThat(office.secretary.occasionsAbout(ended)).containsExactly("MONTH_ENDED");
        });
        assertThat(office.dispatcher.occasionsAbout(began)).isEmpty();
        assertThat(office.people().flatMap(person -> person.occasionsAbout(unheard).stream()))
                .isEmpty();
    }

    private static void referred(UUID request, String body) {
        Events.send(new RequestEvent.Referred(request, "370828", "2026-11", "ZX02", body), Instant.now());
    }

    private void catalogue(String name) {
        catalogue(name, "370828");
    }

    private void catalogue(String name, String division) {
        catalogue(name, division, Instant.now());
    }

    private void catalogue(String name, String division, Instant at) {
        var department = new CatalogueEvent.Department(office.department, name, division);
        var published =
                new CatalogueEvent.Published(1, LocalDate.parse("2020-01-01"), 1, List.of(department), division, null);
        Events.send(published, at);
    }
}
