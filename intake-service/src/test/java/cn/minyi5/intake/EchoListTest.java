package cn.minyi5.intake;

import static cn.minyi5.intake.County.as;
import static cn.minyi5.intake.Submissions.forwarded;
import static cn.minyi5.intake.Submissions.visit;
import static cn.minyi5.intake.Submissions.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the offices see of what all teams have to bring; a team's own list is FollowUpTest's. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class EchoListTest {

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private County.Team team;

    @BeforeEach
    void aTeam() {
        team = County.team();
    }

    @Test
    void whatATeamHasToBringIsSeenByTheOfficesOfItsPlaceMaskedUntilItWasBrought() {
        answered(team, first);

        for (var office : List.of(County.supervisor(), County.dispatcher())) {
            listed(office, Map.of("place", team.grid()))
                    .body("total", equalTo(1))
                    .body("items[0].requestId", equalTo(first.toString()))
                    .body("items[0].gridCode", equalTo(team.grid()))
                    .body("items[0].teamCode", equalTo(team.code()))
                    .body("items[0].answer", equalTo("水管已更换"))
                    .body("items[0].citizen.name", equalTo("群**"))
                    .body(not(containsString("13800005678")));
        }
        listed(supervisor("370828101"), Map.of("limit", 200)).body("items.requestId", hasItem(first.toString()));
        listed(supervisor("370828102"), Map.of()).body("total", equalTo(0));
        listed(supervisor("370829"), Map.of()).body("total", equalTo(0));
        asked(supervisor("370828102"), Map.of("place", team.grid()))
                .statusCode(404)
                .body("code", equalTo("place.unknown"));

        as(team.secretary())
                .body(Map.of("solved", "YES", "satisfied", "YES"))
                .post("/api/requests/{id}/follow-ups", first)
                .then()
                .statusCode(201);
        listed(County.supervisor(), Map.of("place", team.grid()))
                .body("total", equalTo(0))
                .body("items", empty());
    }

    @Test
    void aComplaintAboutOfficialsIsOnNoOfficesList() {
        team.submit(visit(team.grid(), forwarded(first, County.ABOUT_OFFICIALS, "对工作人员的意见")));
        answer(team, first, "DUCHA");

        as(team.secretary()).get("/api/me/echo-list").then().body("total", equalTo(1));
        for (var office : List.of(County.supervisor(), County.dispatcher())) {
            listed(office, Map.of("place", team.grid()))
                    .body("total", equalTo(0))
                    .body("items", empty());
        }
    }

    @Test
    void itIsReadPageByPageAndByTheMonthsOfTheVisits() {
        answered(team, first);
        var later = with(
                visit(UUID.randomUUID(), team.grid(), List.of(forwarded(second))),
                "startedAt",
                "2021-11-05T09:00:00+08:00");
        team.submit(later);
        answer(team, second, "JX01");
        var grid = Map.of("place", team.grid(), "limit", 1);

        var page = listed(County.supervisor(), grid).body("total", equalTo(2)).extract();
        var next = listed(County.supervisor(), with(grid, "after", page.path("next")))
                .body("next", nullValue())
                .extract();
        assertThat(List.of(page.<String>path("items[0].requestId"), next.<String>path("items[0].requestId")))
                .containsExactlyInAnyOrder(first.toString(), second.toString());

        listed(County.supervisor(), with(with(grid, "from", "2021-11"), "to", "2021-12"))
                .body("total", equalTo(1))
                .body("items.requestId", contains(second.toString()));
        asked(County.supervisor(), Map.of("from", "2021-11"))
                .statusCode(400)
                .body("code", equalTo("months.malformed"))
                .body("field", equalTo("to"));
    }

    private static void answered(County.Team team, UUID id) {
        team.submit(visit(team.grid(), forwarded(id)));
        answer(team, id, "JX01");
    }

    private static void answer(County.Team team, UUID id, String department) {
        var routing = new RoutingVoice(id);
        routing.opens(team).dispatches(department, 1).acceptsReply(department, 1, "水管已更换");
        routing.awaitState(team, "ANSWERED");
    }

    private static Tokens supervisor(String division) {
        return Tokens.of("supervisor-of-" + division).role("supervisor").division(division);
    }

    private static ValidatableResponse listed(Tokens as, Map<String, ?> asked) {
        return asked(as, asked).statusCode(200);
    }

    private static ValidatableResponse asked(Tokens as, Map<String, ?> asked) {
        return as(as).queryParams(asked).get("/api/echo-list").then();
    }
}
