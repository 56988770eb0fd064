package cn.minyi5.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.testing.Tokens;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;

/** A department of its own for each test, with one person of every role around it. */
final class Office {

    static final String GRID = "370828101203001";
    private static final String COUNTY = "370828";

    private static final String HEADER = "username,name,role,department,division,team,email\n";

    final String department;
    final String team;
    final Person clerk;
    final Person head;
    final Person secretary;
    final Person dispatcher;
    final Person supervisor;
    /** Not among the recipients by itself, like the next one. */
    final Person administrator;
    /** Of the body that reads complaints about the supervision office, if the department is that body. */
    final Person inspector;

    private final String county;

    private Office(String department, String county) {
        this.department = department;
        this.county = county;
        team = "T" + department;
        clerk = new Person("clerk", "经办人001", "clerk", department, "");
        head = new Person("head", "负责人001", "department-head", department, "");
        secretary = new Person("secretary", "民情书记001", "secretary", "", team);
        dispatcher = new Person("dispatcher", "批办员001", "dispatcher", "", "");
        supervisor = new Person("supervisor", "督办员001", "supervisor", "", "");
        administrator = new Person("administrator", "管理员001", "administrator", "", "");
        inspector = new Person("inspector", "承办员001", "supervisor", department, "");
    }

    static Office open() {
        return new Office("D" + UUID.randomUUID().toString().substring(0, 8), COUNTY).opened();
    }

    /** Another department of the same code, with a team of the same code, in another county. */
    Office inCounty(String other) {
        return new Office(department, other).opened();
    }

    private Office opened() {
        load(administratorOf(county), people().map(Person::row).toList());
        return this;
    }

    static void load(List<String> rows) {
        load(administrator(), rows);
    }

    private static void load(String administrator, List<String> rows) {
        given().header("Authorization", administrator)
                .contentType("text/csv; charset=utf-8")
                .body(HEADER + String.join("\n", rows))
                .put("/api/recipients")
                .then()
                .statusCode(200);
    }

    static String administrator() {
        return administratorOf(COUNTY);
    }

    private static String administratorOf(String division) {
        return Tokens.of("administrator")
                .role("administrator")
                .division(division)
                .bearer();
    }

    Stream<Person> people() {
        return Stream.of(clerk, head, secretary, dispatcher, supervisor);
    }

    final class Person {
        final String username;
        final String email;
        private final String name;
        private final String role;
        private final String department;
        private final String team;

        private Person(String title, String name, String role, String department, String team) {
            this.username = title + "-" + Office.this.department.toLowerCase(Locale.ROOT) + "-" + county;
            this.email = username + "@minyi5.invalid";
            this.name = name;
            this.role = role;
            this.department = department;
            this.team = team;
        }

        String row() {
            return rowWith(email);
        }

        String rowWith(String address) {
            return String.join(",", username, name, role, department, county, team, address);
        }

        String bearer() {
            var token = Tokens.of(username).role(role).division(county);
            return (department.isEmpty() ? token : token.department(department)).bearer();
        }

        JsonPath inbox() {
            var answer = given().header("Authorization", bearer()).get("/api/me/inbox");
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.jsonPath();
        }

        List<String> occasions() {
            return inbox().getList("items.occasion", String.class);
        }

        List<String> occasionsAbout(UUID about) {
            return inbox().getList("items.findAll { it.about == '" + about + "' }.occasion", String.class);
        }
    }

    static JsonPath deliveriesSeenBy(String bearer) {
        var answer = given().header("Authorization", bearer).get("/api/deliveries?limit=200");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.jsonPath();
    }

    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100));
    }
}
