package cn.minyi5.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What those hear who look on while others work. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class LiveTest {

    @TestHTTPResource
    URI service;

    private final List<Stream<String>> open = new ArrayList<>();

    @BeforeEach
    void theCountyIsReady() {
        County.isReady();
    }

    @AfterEach
    void nobodyLooksOnAnyLonger() {
        open.forEach(Stream::close);
    }

    @Test
    void whoSeesAnOrderHearsOfItAndNobodyElse() {
        var lead = follow(County.clerkOf(County.WATER));
        var assisting = follow(County.clerkOf(County.POWER));
        var desk = follow(County.dispatcher());
        var elsewhere = follow(County.supervisorOf("370829"));
        var order = County.forward(County.ONE_RULE);
        County.sign(order);

        await().untilAsserted(() -> assertThat(Stream.of(lead, assisting, desk)).allSatisfy(heard -> assertThat(heard)
                .anyMatch(line -> line.contains(order.toString()) && line.contains("IN_PROGRESS"))));
        assertThat(elsewhere).noneMatch(line -> line.contains(order.toString()));
    }

    @Test
    void ofAComplaintAboutOfficialsTheSupervisionOfficeAloneHears() {
        var office = follow(County.supervisor());
        var desk = follow(County.dispatcher());
        var complaint = County.forward(County.COMPLAINT_ABOUT_OFFICIALS);
        var other = County.forward(County.ONE_RULE);

        await().untilAsserted(() -> assertThat(desk).anyMatch(line -> line.contains(other.toString())));
        await().untilAsserted(() -> assertThat(office).anyMatch(line -> line.contains(complaint.toString())));
        assertThat(desk).noneMatch(line -> line.contains(complaint.toString()));
    }

    @Test
    void whoHasTooManyPagesOpenIsToldSo() {
        for (int page = 0; page < 6; page++) {
            follow(County.clerkOf("JX99"));
        }
        RestAssured.given()
                .header("Authorization", County.clerkOf("JX99"))
                .get("/api/live?seconds=0")
                .then()
                .statusCode(429);
    }

    /** @return the lines that come, as they come */
    private List<String> follow(String bearer) {
        var request = HttpRequest.newBuilder(service.resolve("/api/live"))
                .header("Authorization", bearer)
                .timeout(Duration.ofSeconds(10))
                .build();
        var answer = HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .join();
        assertThat(answer.statusCode()).isEqualTo(200);
        var lines = new CopyOnWriteArrayList<String>();
        open.add(answer.body());
        var reader = new Thread(() -> answer.body().forEach(lines::add), "live");
        reader.setDaemon(true);
        reader.start();
        return lines;
    }
}
