package cn.minyi5.intake;

import static cn.minyi5.intake.Submissions.forwarded;
import static cn.minyi5.intake.Submissions.resolved;
import static cn.minyi5.intake.Submissions.visit;
import static cn.minyi5.intake.Submissions.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is sent again, by one phone or by several at once, is kept once; and what is taken stays whose it is. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class RepeatedSubmissionTest {

    private final UUID visitId = UUID.randomUUID();
    private final UUID onSpotId = UUID.randomUUID();
    private final UUID forwardedId = UUID.randomUUID();

    @Test
    void whatWasSentTwiceIsKeptOnceAndAnsweredTheSame() {
        var team = County.team();

        var first = team.submit("key-" + visitId, twoRequests(team));
        var second = team.submit("key-" + visitId, twoRequests(team));

        assertThat(second.statusCode()).isEqualTo(first.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertKeptOnce();
    }

    @Test
    void aPhoneThatForgotItsKeyGetsTheSameAnswerForTheSameVisit() {
        var team = County.team();

        var first = team.submit("one-" + visitId, twoRequests(team));
        var second = team.submit("other-" + visitId, twoRequests(team));

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertKeptOnce();
    }

    @Test
    void aUsedKeyIsNotGoodForAnotherVisit() {
        var team = County.team();
        team.submit("key-" + visitId, twoRequests(team));

        team.submit("key-" + visitId, visit(team.grid(), resolved()))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency.body-differs"));
    }

    @Test
    void aVisitThatIsThereIsNotOverwrittenUnderAnotherKey() {
        var team = County.team();
        team.submit(twoRequests(team));

        team.submit("other-" + visitId, with(twoRequests(team), "form", "STREET"))
                .then()
                .statusCode(422)
                .body("code", equalTo("visit.differs"))
                .body("field", equalTo("visitId"));

        assertKeptOnce();
        assertThat(Tables.text("select form from visit where id = ?", visitId)).isEqualTo("HOUSEHOLD");
        assertThat(Tables.count("idempotent_answer where key = ?", "other-" + visitId))
                .isZero();
    }

    @Test
    void anotherTeamCannotTakeAVisitOver() {
        var team = County.team();
        var other = County.team();
        team.submit(twoRequests(team));

        other.submit("other-" + visitId, with(twoRequests(team), "gridCode", other.grid()))
                .then()
                .statusCode(422)
                .body("code", equalTo("visit.differs"));
    }

    @Test
    void aRequestOfAnotherVisitIsNotTakenOver() {
        var team = County.team();
        team.submit(twoRequests(team));
        var other = UUID.randomUUID();

        team.submit("other-" + other, visit(other, team.grid(), List.of(resolved(), forwarded(forwardedId))))
                .then()
                .statusCode(422)
                .body("code", equalTo("visit.differs"))
                .body("field", equalTo("requests[1].requestId"));

        assertThat(Tables.count("visit where id = ?", other)).isZero();
        assertThat(Tables.count("idempotent_answer where key = ?", "other-" + other))
                .isZero();
    }

    @Test
    void theSameKeyTwiceAtOnceYieldsOneVisitAndOneAnswer() throws Exception {
        var team = County.team();

        var answers = atOnce(8, at -> team.submit("key-" + visitId, twoRequests(team)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        assertKeptOnce();
    }

    @Test
    void theSameVisitUnderManyKeysAtOnceYieldsOneVisitAndOneAnswer() throws Exception {
        var team = County.team();

        var answers = atOnce(8, at -> team.submit("key-" + at + visitId, twoRequests(team)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        assertKeptOnce();
    }

    @Test
    void ofTwoVisitsThatClaimOneRequestAtOnceOneWins() throws Exception {
        var team = County.team();

        var answers = atOnce(
                8,
                at -> team.submit(
                        "key-" + at + forwardedId,
                        visit(UUID.randomUUID(), team.grid(), List.of(forwarded(forwardedId), resolved()))));

        assertThat(answers.stream().map(Response::statusCode).sorted().distinct())
                .containsExactly(201, 422);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(1);
        assertThat(Tables.count("request where id = ?", forwardedId)).isOne();
    }

    @Test
    void aVisitWithoutRequestsSentTwiceIsKeptOnceAndAnsweredTheSame() {
        var team = County.team();
        var visit = visit(visitId, team.grid(), List.of());

        var answers = Stream.of("one-", "one-", "other-")
                .map(key -> team.submit(key + visitId, visit))
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(Tables.count("visit where id = ?", visitId)).isOne();
        team.submit("one-" + visitId, with(visit, "form", "STREET")).then().statusCode(422);
    }

    private Map<String, Object> twoRequests(County.Team team) {
        return visit(visitId, team.grid(), List.of(resolved(onSpotId), forwarded(forwardedId)));
    }

    private void assertKeptOnce() {
        assertThat(Tables.count("visit where id = ?", visitId)).isOne();
        assertThat(Tables.count("request where visit_id = ?", visitId)).isEqualTo(2);
        await().atMost(Duration.ofSeconds(20)).until(() -> Tables.count("outbox") == 0);
        assertThat(Events.of(RequestEvent.ResolvedOnSpot.class, onSpotId.toString()))
                .hasSize(1);
        assertThat(Events.of(RequestEvent.Forwarded.class, forwardedId.toString()))
                .hasSize(1);
    }

    private interface Sending {
        Response send(int at);
    }

    private static List<Response> atOnce(int times, Sending sending) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(times);
        try {
            var sendings = new ArrayList<Callable<Response>>();
            for (int at = 0; at < times; at++) {
                var number = at;
                sendings.add(() -> sending.send(number));
            }
            var answers = new ArrayList<Response>();
            for (var answer : threads.invokeAll(sendings)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
