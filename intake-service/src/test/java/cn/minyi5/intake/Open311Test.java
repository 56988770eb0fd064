package cn.minyi5.intake;

import static cn.minyi5.intake.County.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.Channel;
import cn.minyi5.intake.attachment.Photos;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import com.drew.metadata.exif.GpsDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.MultiPartSpecification;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Open311 GeoReport v2, as clients of other systems meet it. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class Open311Test {

    private County.Team team;
    private String apiKey;

    @BeforeEach
    void aKey() {
        team = County.team();
        apiKey = issued("市民随手拍 " + UUID.randomUUID()).path("apiKey");
    }

    @Test
    void whatIsFiledWithAKeyGoesToADepartmentAsComeByOpen311() {
        var id = filed(Map.of(
                "description", "村口水管漏水，电话13800005678", "phone", "138-0000-5678", "first_name", "丽", "last_name", "王"));

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !Events.of(RequestEvent.Forwarded.class, id)
                .isEmpty());
        var told = Events.of(RequestEvent.Forwarded.class, id).get(0).event();
        assertThat(told.channel()).isEqualTo(Channel.OPEN311);
        assertThat(told.visitId()).isNull();
        assertThat(told.gridCode()).isEqualTo(team.grid());
        assertThat(told.teamCode()).isEqualTo(team.code());
        assertThat(told.text()).doesNotContain("13800005678");
        assertThat(told.citizen().name()).isEqualTo("王**");
        as(team.secretary())
                .get("/api/requests/{id}", id)
                .then()
                .statusCode(200)
                .body("contact.masked", is(true))
                .body("contact.phone", equalTo("138****5678"))
                .body("visitId", equalTo(null));
        assertThat(Tables.count("visit where grid_code = ?", team.grid())).isZero();
    }

    @Test
    void nothingIsPublicBeforeTheDeskHasReviewedItAndThenInTheDesksWords() {
        var id = filed(Map.of("description", "村东头王丽家水管漏水", "phone", "13800005678", "first_name", "王丽"));
        Open311.get("requests/" + id + ".json").statusCode(404).body("[0].code", equalTo(404));
        Open311.get("requests.json?service_request_id=" + id).body("", empty());
        as(County.dispatcher())
                .queryParam("limit", 200)
                .get("/api/unreviewed-requests")
                .then()
                .body("items.requestId", hasItem(id));

        review(id, true, "王丽说：村口水管漏水，电话13800005678").statusCode(200).body("text", equalTo("王**说：村口水管漏水，电话***"));

        Open311.get("requests/" + id + ".json")
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].service_request_id", equalTo(id))
                .body("[0].status", equalTo("open"))
                .body("[0].service_name", equalTo("农村饮水、水管破损"))
                .body("[0].description", equalTo("王**说：村口水管漏水，电话***"))
                .body("[0].address", equalTo("羊山镇北小山村"))
                .body("[0].address_id", equalTo("370828101201"))
                .body("[0].zipcode", equalTo(""))
                .body("[0].media_url", equalTo(""))
                .body("[0].requested_datetime", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+08:00"));
        as(County.dispatcher())
                .queryParam("limit", 200)
                .get("/api/unreviewed-requests")
                .then()
                .body("items.requestId", not(hasItem(id)));

        review(id, false, null).statusCode(200);
        Open311.get("requests/" + id + ".json").statusCode(404);
    }

    @Test
    void aRequestOfAVisitMayBePublicTooAndAComplaintAboutOfficialsNever() {
        var walked = UUID.randomUUID();
        var complaint = UUID.randomUUID();
        team.submit(Submissions.visit(
                UUID.randomUUID(),
                team.grid(),
                List.of(
                        Submissions.forwarded(walked),
                        Submissions.forwarded(complaint, County.ABOUT_OFFICIALS, "反映工作人员的作风"))));

        review(walked.toString(), true, "水管漏水").statusCode(200);
        review(complaint.toString(), true, "作风").statusCode(404).body("code", equalTo("request.unknown"));

        Open311.get("requests/" + walked + ".json?extensions=true")
                .body("[0].extended_attributes.channel", equalTo("WALK"));
        Open311.get("requests/" + complaint + ".json").statusCode(404);
        Open311.get("services.json").body("service_code", not(hasItem(County.ABOUT_OFFICIALS)));
        Open311.get("services/ZX02.json")
                .statusCode(404)
                .body("[0].description", startsWith("open311.service-unknown"));
        Open311.file(form(Map.of("service_code", County.ABOUT_OFFICIALS))).statusCode(404);
        Open311.get("requests.json?service_code=ZX02").body("", empty());
    }

    @Test
    void theDeskSaysWhetherAndInWhichWordsOfItsOwnPlaces() {
        var id = filed(Map.of("description", "水管漏水"));
        as(County.dispatcher())
                .body(Map.of("text", "水管漏水"))
                .post("/api/requests/{id}/publication", id)
                .then()
                .statusCode(400)
                .body("code", equalTo("input.missing"))
                .body("field", equalTo("public"));
        review(id, true, " ").statusCode(400).body("code", equalTo("publication.text-missing"));
        review(id, true, "长".repeat(2001)).statusCode(400).body("code", equalTo("publication.text-too-long"));
        as(Tokens.of("elsewhere").role("dispatcher").division("370829"))
                .body(Map.of("public", true, "text", "水管漏水"))
                .post("/api/requests/{id}/publication", id)
                .then()
                .statusCode(404);
    }

    @Test
    void theSameIsInXml() {
        var id = Open311.file("xml", form(Map.of("description", "水管漏水 <b>")))
                .statusCode(200)
                .contentType("text/xml")
                .extract()
                .xmlPath()
                .getString("service_requests.request.service_request_id");
        review(id, true, "水管漏水 <b>").statusCode(200);

        Open311.get("requests/" + id + ".xml")
                .statusCode(200)
                .body("service_requests.request.description", equalTo("水管漏水 <b>"))
                .body("service_requests.request.zipcode", equalTo(""));
        Open311.get("services.xml")
                .body("services.service.find { it.service_code == 'GS02' }.metadata", equalTo("false"));
        Open311.get("services/GS02.xml").body("service_definition.service_code", equalTo("GS02"));
        Open311.get("discovery.xml")
                .body("discovery.endpoints.endpoint.specification", equalTo("http://wiki.open311.org/GeoReport_v2"))
                .body("discovery.endpoints.endpoint.formats.format[0]", equalTo("text/xml"));
        Open311.get("tokens/" + id + ".xml").body("service_requests.request.service_request_id", equalTo(id));
        Open311.get("requests/nothing.xml")
                .statusCode(404)
                .body("errors.error.code", equalTo("404"))
                .body("errors.error.description", startsWith("open311.request-unknown: "));
    }

    @Test
    void theSameThatIsSentAgainSoonIsTheSameRequest() {
        var form = form(Map.of("description", "水管漏水 " + UUID.randomUUID()));
        var first = Open311.file(form).extract().<String>path("[0].service_request_id");

        Open311.file(form).statusCode(200).body("[0].service_request_id", equalTo(first));
        var another = new LinkedHashMap<>(form);
        another.put("description", "又漏了");
        Open311.file(another).body("[0].service_request_id", not(equalTo(first)));
        Tables.change("update open311_report set received_at = received_at - interval '61 minutes'");
        Open311.file(form).body("[0].service_request_id", not(equalTo(first)));
    }

    @Test
    void whatFixMyStreetSendsIsTaken() {
        var answer = given().contentType("multipart/form-data")
                .multiPart("jurisdiction_id", County.JINXIANG)
                .multiPart("api_key", apiKey)
                .multiPart("service_code", County.WATER)
                .multiPart("deviceid", "fixmystreet")
                .multiPart("lat", "35.0712")
                .multiPart("long", "116.3123")
                .multiPart("address_id", "#NOTPINPOINTED#")
                .multiPart(part("address_string", "羊山镇南小山村村口"))
                .multiPart("email", "li@example.org")
                .multiPart("media_url", "https://photos.example/1.jpg")
                .multiPart("media_url", "https://photos.example/2.jpg")
                .multiPart(part("attribute[title]", "漏水"))
                .multiPart(part("description", "水管漏水"))
                .multiPart("photo1", "a.jpg", Photos.fromCamera(Photos.jpeg(640, 480), 1), "image/jpeg")
                .multiPart("photo2", "b.png", Photos.png(320, 240), "image/png");
        var south = County.team("370828101202");

        var id = answer.post("/open311/v2/requests.json")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .extract()
                .<String>path("[0].service_request_id");

        as(County.dispatcher())
                .get("/api/requests/{id}", id)
                .then()
                .body("gridCode", startsWith("370828101202"))
                .body("text", containsString("纬度 35.07120，经度 116.31230"))
                .body("text", containsString("照片：https://photos.example/2.jpg"))
                .body("attachments.width", equalTo(List.of(640, 320)));
        assertThat(south.grid()).startsWith("370828101202");
    }

    @Test
    void photosWithinTheFormAreMadeAnewAndForTheEyesOfTheRequestAlone() {
        var photo = Photos.fromCamera(Photos.jpeg(640, 480), 1);
        var id = withPhotos(photo).statusCode(200).extract().<String>path("[0].service_request_id");

        var again = withPhotos(photo).statusCode(200).extract().<String>path("[0].service_request_id");
        assertThat(again).isEqualTo(id);
        assertThat(withPhotos(Photos.png(64, 48)).extract().<String>path("[0].service_request_id"))
                .isNotEqualTo(id);
        var attachment = Tables.text("select id from attachment where request_id = ?::uuid", id);
        assertThat(Tables.count("attachment where request_id = ?::uuid", id)).isEqualTo(1);
        var shown = as(team.secretary()).get("/api/attachments/{id}", attachment);
        assertThat(Photos.told(shown.asByteArray()).containsDirectoryOfType(GpsDirectory.class))
                .isFalse();
        as(County.team().secretary())
                .get("/api/attachments/{id}", attachment)
                .then()
                .statusCode(404);
    }

    @Test
    void aFormWithAFileThatIsNoPhotoOrWithTooManyIsRefusedAndNothingIsFiled() {
        var before = Tables.count("request where grid_code = ?", team.grid());

        withPhotos(Photos.executable())
                .statusCode(400)
                .body("[0].description", startsWith("attachment.not-a-picture: "));
        withPhotos(Photos.bomb(50_000, 50_000))
                .statusCode(400)
                .body("[0].description", startsWith("attachment.too-many-pixels: "));
        var photo = Photos.png(64, 48);
        withPhotos(photo, photo, photo, photo, photo, photo, photo)
                .statusCode(400)
                .body("[0].description", startsWith("open311.too-many-photos: "));

        assertThat(Tables.count("request where grid_code = ?", team.grid())).isEqualTo(before);
    }

    private ValidatableResponse withPhotos(byte[]... photos) {
        var form = given().contentType("multipart/form-data")
                .multiPart("jurisdiction_id", County.JINXIANG)
                .multiPart("api_key", apiKey)
                .multiPart("service_code", County.WATER)
                .multiPart("address_id", team.grid())
                .multiPart(part("description", "水管漏水"));
        for (var photo : photos) {
            form.multiPart("media", "photo.jpg", photo, "image/jpeg");
        }
        return form.post("/open311/v2/requests.json").then();
    }

    @Test
    void withoutAGoodKeyNothingIsFiled() {
        Open311.file(Map.of("service_code", "GS02"))
                .statusCode(403)
                .body("[0].code", equalTo(403))
                .body("[0].description", startsWith("open311.key-missing: "));
        Open311.file(Map.of("api_key", "guessed"))
                .statusCode(403)
                .body("[0].description", startsWith("open311.key-unknown"));
        Open311.file(Map.of("api_key", "k".repeat(300))).statusCode(403);
        var elsewhere = issued(
                        Tokens.of("elsewhere").role("administrator").division("370829"), "邻县 " + UUID.randomUUID())
                .<String>path("apiKey");
        Open311.file(with("api_key", elsewhere))
                .statusCode(403)
                .body("[0].description", startsWith("open311.key-of-other-place"));
    }

    @Test
    void aKeyThatWasRevokedIsGoodForNothing() {
        var key = issued("随手拍 " + UUID.randomUUID());
        var id = key.<String>path("id");
        Open311.file(with("api_key", key.path("apiKey"))).statusCode(200);
        as(Tokens.of("elsewhere").role("administrator").division("370829"))
                .delete("/api/open311-keys/{id}", id)
                .then()
                .statusCode(404)
                .body("code", equalTo("open311-key.unknown"));

        as(County.administrator()).delete("/api/open311-keys/{id}", id).then().statusCode(204);

        Open311.file(with("api_key", key.path("apiKey"))).statusCode(403);
        as(County.administrator())
                .queryParam("limit", 200)
                .get("/api/open311-keys")
                .then()
                .body("items.find { it.id == '" + id + "' }.revokedAt", not(equalTo(null)))
                .body(not(containsString(key.<String>path("apiKey"))));
        assertThat(Tables.text("select key_hash from open311_key where id = ?", UUID.fromString(id)))
                .isNotEqualTo(key.path("apiKey"));
    }

    @Test
    void whoAsksForAKeyTwiceUnderOneNumberGetsTheSameKey() {
        var number = UUID.randomUUID().toString();
        var first = issue(number, "随手拍").statusCode(201).extract().asString();
        issue(number, "随手拍").statusCode(201).body(equalTo(first));
        issue(number, "另一个").statusCode(422).body("code", equalTo("idempotency.body-differs"));
        issue(UUID.randomUUID().toString(), " ").statusCode(400).body("code", equalTo("open311-key.name-missing"));
        issue(UUID.randomUUID().toString(), "长".repeat(101))
                .statusCode(400)
                .body("code", equalTo("open311-key.name-too-long"));
    }

    @Test
    void thePlaceIsAGridOrAVillageThatSomeTeamWalks() {
        refused(with("address_id", "370828999999"), 400, "open311.address-id-unknown");
        refused(with("address_id", "羊山镇"), 400, "open311.address-id-unknown");
        var noTeam = "370828101001998";
        County.put(County.administrator(), "/api/grids", "code,name\n" + noTeam + ",无人网格\n")
                .statusCode(200);
        refused(with("address_id", noTeam), 400, "grid.without-team");
        Open311.file(with("address_id", "370828101201")).statusCode(200);
        var byName = new LinkedHashMap<>(with("address_string", "羊山镇北小山村村口"));
        byName.remove("address_id");
        Open311.file(byName).statusCode(200);
        byName.put("address_string", "县城");
        refused(byName, 400, "open311.place-unknown");
    }

    @Test
    void severalCountiesAreServedSoOneMustBeNamedAndMustBeThere() {
        County.team("370829101201");
        given().get("/open311/v2/services.json")
                .then()
                .statusCode(400)
                .body("[0].description", startsWith("open311.jurisdiction-missing"));
        given().queryParam("jurisdiction_id", "410101")
                .get("/open311/v2/services.json")
                .then()
                .statusCode(404)
                .body("[0].description", startsWith("open311.jurisdiction-unknown"));
        given().queryParam("jurisdiction_id", "dps.gov")
                .header("Accept-Language", "en")
                .get("/open311/v2/requests.json")
                .then()
                .statusCode(404)
                .body("[0].description", containsString("There is no such jurisdiction_id"));
    }

    @Test
    void listsAreFilteredAndPaged() {
        var key = UUID.randomUUID();
        Open311.key(key, County.JINXIANG, key.toString());
        var ids = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        for (int day = 1; day <= 3; day++) {
            Open311.received(ids.get(day - 1), key, team, "2019-03-0" + day + "T09:00:00+08:00");
            Open311.published(ids.get(day - 1), "第" + day + "件");
        }
        Open311.dispatched(ids.get(0), "2019-03-04T09:00:00+08:00");
        Tables.change(
                "update known_work_order set ended = 'CLOSED', ended_at = '2019-03-05T09:00:00+08:00' where request_id = ?",
                ids.get(0));
        var march = "?start_date=2019-03-01T00:00:00Z&end_date=2019-03-31T00:00:00Z";

        Open311.get("requests.json" + march)
                .body("description", equalTo(List.of("第3件", "第2件", "第1件")))
                .body("[0].requested_datetime", equalTo("2019-03-03T09:00:00+08:00"));
        Open311.get("requests.json" + march + "&status=closed").body("description", equalTo(List.of("第1件")));
        Open311.get("requests.json" + march + "&status=open").body("", hasSize(2));
        Open311.get("requests.json" + march + "&page=2&page_size=2").body("description", equalTo(List.of("第1件")));
        Open311.get("requests.json" + march + "&service_code=PA05").body("", empty());
        Open311.get("requests.json?service_request_id=" + ids.get(0) + "," + ids.get(2))
                .body("", hasSize(2));
        Open311.get(
                        "requests.json?updated_after=2021-10-09T01:59:59Z&updated_before=2021-10-09T02:00:01Z&service_code=GS02")
                .body("description", hasItem("第1件"));
        Open311.get("servicerequestupdates.json" + march)
                .body(
                        "service_request_id",
                        equalTo(List.of(ids.get(0).toString(), ids.get(0).toString())))
                .body("status", equalTo(List.of("open", "closed")))
                .body("[1].updated_datetime", equalTo("2019-03-05T09:00:00+08:00"));
        Open311.get("servicerequestupdates.xml" + march)
                .body("service_request_updates.request_update[1].status", equalTo("closed"));
        Open311.get("requests.json?start_date=2019-01-01T00:00:00Z&end_date=2019-12-31T00:00:00Z")
                .statusCode(400)
                .body("[0].description", startsWith("open311.period-too-long"));
    }

    @Test
    void aTokenIsTheIdOfWhatWasFiled() {
        var id = filed(Map.of("description", "水管漏水 " + UUID.randomUUID()));
        Open311.get("tokens/" + id + ".json")
                .statusCode(200)
                .body("[0].service_request_id", equalTo(id))
                .body("[0].token", equalTo(id));
        Open311.get("tokens/" + UUID.randomUUID() + ".json")
                .statusCode(404)
                .body("[0].description", startsWith("open311.token-unknown"));
    }

    private static MultiPartSpecification part(String name, String text) {
        return new MultiPartSpecBuilder(text).controlName(name).charset("UTF-8").build();
    }

    private void refused(Map<String, Object> form, int status, String code) {
        Open311.file(form).statusCode(status).body("[0].description", startsWith(code + ": "));
    }

    private String filed(Map<String, ?> fields) {
        return Open311.file(form(fields)).statusCode(200).extract().path("[0].service_request_id");
    }

    private Map<String, Object> with(String name, Object value) {
        return form(Map.of(name, value, "description", "水管漏水"));
    }

    /** In the team's grid, with a good key. */
    private Map<String, Object> form(Map<String, ?> fields) {
        var form = new LinkedHashMap<String, Object>();
        form.put("api_key", apiKey);
        form.put("service_code", County.WATER);
        form.put("address_id", team.grid());
        form.putAll(fields);
        return form;
    }

    private static ValidatableResponse review(String id, boolean isPublic, String text) {
        var review = new LinkedHashMap<String, Object>();
        review.put("public", isPublic);
        review.put("text", text);
        return as(County.dispatcher())
                .body(review)
                .post("/api/requests/{id}/publication", id)
                .then();
    }

    private static ExtractableResponse<Response> issued(String name) {
        return issued(County.administrator(), name);
    }

    private static ExtractableResponse<Response> issued(Tokens administrator, String name) {
        return issue(administrator, UUID.randomUUID().toString(), name)
                .statusCode(201)
                .extract();
    }

    private static ValidatableResponse issue(String number, String name) {
        return issue(County.administrator(), number, name);
    }

    private static ValidatableResponse issue(Tokens administrator, String number, String name) {
        return as(administrator)
                .header("Idempotency-Key", number)
                .body(Map.of("name", name))
                .post("/api/open311-keys")
                .then();
    }
}
