package cn.minyi5.intake;

import static cn.minyi5.intake.County.as;
import static cn.minyi5.intake.Submissions.forwarded;
import static cn.minyi5.intake.Submissions.resolved;
import static cn.minyi5.intake.Submissions.visit;
import static cn.minyi5.intake.Submissions.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.minyi5.intake.attachment.Photos;
import cn.minyi5.privacy.KeyStore;
import cn.minyi5.testing.RawHttp;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import com.drew.metadata.exif.GpsDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 附件. A picture from a phone: uploaded, submitted with a visit, shown to whom it concerns, and forgotten. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class AttachmentTest {

    private static final byte[] PHOTO = Photos.fromCamera(Photos.jpeg(640, 480), 1);
    private static final byte[] OTHER = Photos.png(320, 240);

    private static final long GIGABYTE = 1024L * 1024 * 1024;

    @ConfigProperty(name = "minyi5.attachments.folder")
    Path folder;

    @TempDir
    Path directory;

    private final UUID photo = UUID.randomUUID();
    private final UUID request = UUID.randomUUID();
    private County.Team team;

    @BeforeEach
    void aTeam() {
        team = County.team();
    }

    @Test
    void aSecretaryUploadsAPictureUnderAnIdOfHerPhone() {
        upload(team.secretary(), photo, PHOTO)
                .statusCode(201)
                .body("id", equalTo(photo.toString()))
                .body("contentType", equalTo("image/jpeg"))
                .body("width", equalTo(640))
                .body("height", equalTo(480));
    }

    @Test
    void whoeverLosesTheAnswerUploadsAgainAndNothingIsDoubled() {
        var first = upload(team.secretary(), photo, PHOTO).statusCode(201).extract();

        var again = upload(team.secretary(), photo, PHOTO).statusCode(200).extract();

        assertThat(again.asString()).isEqualTo(first.asString());
        upload(team.secretary(), photo, OTHER).statusCode(409).body("code", equalTo("attachment.differs"));
        upload(team.mate(), photo, PHOTO).statusCode(409).body("code", equalTo("attachment.differs"));
        assertThat(Tables.count("attachment where id = ?", photo)).isEqualTo(1);
    }

    @Test
    void aDoubleTapUploadsOnePicture() {
        var taps = IntStream.range(0, 6)
                .mapToObj(tap -> CompletableFuture.supplyAsync(
                        () -> upload(team.secretary(), photo, PHOTO).extract().statusCode()))
                .toList();

        assertThat(taps.stream().map(CompletableFuture::join))
                .containsOnly(200, 201)
                .containsOnlyOnce(201);
        assertThat(Tables.count("attachment where id = ?", photo)).isEqualTo(1);
        assertThat(Tables.count("change_log where operation = 'uploadAttachment' and subject = ?", photo.toString()))
                .isEqualTo(1);
    }

    @Test
    void anExecutableThatIsCalledAPictureIsRefused() {
        upload(team.secretary(), photo, Photos.executable())
                .statusCode(400)
                .body("code", equalTo("attachment.not-a-picture"));

        assertThat(Tables.count("attachment where id = ?", photo)).isZero();
    }

    @Test
    void aDecompressionBombIsRefusedByItsHeader() {
        upload(team.secretary(), photo, Photos.bomb(50_000, 50_000))
                .statusCode(400)
                .body("code", equalTo("attachment.too-many-pixels"))
                .body("details.width", equalTo(50_000));
    }

    @Test
    void whatDoesNotSayThatItIsAPictureIsRefused() {
        as(team.secretary())
                .contentType("application/x-msdownload")
                .body(Photos.executable())
                .put("/api/attachments/{id}", photo)
                .then()
                .statusCode(415);
    }

    @Test
    void whatIsBeyondEightMegabytesIsRefusedWhateverIsAnnounced() {
        var large = new byte[8 * 1024 * 1024 + 1];
        System.arraycopy(PHOTO, 0, large, 0, PHOTO.length);
        var call = RawHttp.of("PUT", "/api/attachments/" + photo)
                .as(team.secretary())
                .body("image/jpeg", large);

        assertThat(call.send().status()).isEqualTo(413);
        var inChunks = RawHttp.of("PUT", "/api/attachments/" + photo)
                .as(team.secretary())
                .body("image/jpeg", large)
                .sendInChunks();
        assertThat(inChunks.status()).isEqualTo(413);
        assertThat(inChunks.says("http.413")).isTrue();
        upload(team.secretary(), photo, PHOTO).statusCode(201);
    }

    @Test
    void aStreamOfFourGigabytesIsCutOffEarly() throws IOException {
        var chunk = new byte[64 * 1024];
        long sent = 0;
        var answer = "";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(60_000);
            var out = socket.getOutputStream();
            out.write(("PUT /api/attachments/" + photo + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/jpeg\r\n"
                            + "Transfer-Encoding: chunked\r\nAuthorization: "
                            + team.secretary().bearer() + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            try {
                while (sent < 4 * GIGABYTE) {
                    out.write((Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    out.write(chunk);
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                    sent += chunk.length;
                }
            } catch (SocketException hungUp) {
                answer = "hung up";
            }
        }

        assertThat(answer).as("after %d bytes", sent).isEqualTo("hung up");
        assertThat(sent).isLessThan(GIGABYTE / 8);
        assertThat(Tables.count("attachment where id = ?", photo)).isZero();
    }

    @Test
    void wherePicturesWereTakenIsNotShownToAnybody() {
        assertThat(Photos.told(PHOTO).containsDirectoryOfType(GpsDirectory.class))
                .isTrue();
        upload(team.secretary(), photo, PHOTO).statusCode(201);

        var shown = picture(team.secretary(), photo).asByteArray();

        assertThat(Photos.told(shown).containsDirectoryOfType(GpsDirectory.class))
                .isFalse();
        assertThat(Photos.shown(shown).getWidth()).isEqualTo(640);
    }

    @Test
    void inTheStoreNobodyCanReadThem() throws IOException {
        upload(team.secretary(), photo, PHOTO).statusCode(201);
        var shown = picture(team.secretary(), photo).asByteArray();

        var file = Tables.text("select file from attachment where id = ?", photo);
        var stored = Files.readAllBytes(stored(file));

        assertThat(shown).startsWith(0xFF, 0xD8, 0xFF);
        assertThat(stored).hasSize(shown.length + 28);
        assertThat(Arrays.copyOf(stored, 3)).isNotEqualTo(Arrays.copyOf(shown, 3));
        assertThat(Tables.text("select kind from keys.data_key where id = ?", UUID.fromString(file)))
                .isEqualTo("attachment");
    }

    @Test
    void untilItIsSubmittedAPictureIsForWhoUploadedItAlone() {
        upload(team.secretary(), photo, PHOTO).statusCode(201);

        assertShown(team.secretary(), photo);
        for (var other : List.of(team.mate(), team.leader(), County.dispatcher(), County.supervisor())) {
            assertNothing(other, photo);
        }
    }

    @Test
    void aPictureOfARequestIsForTheEyesThatTheRequestIsFor() {
        submitted(forwarded(request));

        for (var reader : List.of(team.secretary(), team.mate(), team.leader(), County.dispatcher())) {
            assertShown(reader, photo);
        }
        var elsewhere = Tokens.of("elsewhere").role("supervisor").division("370829");
        for (var other : List.of(elsewhere, County.clerk("JX02"), County.team().secretary())) {
            assertNothing(other, photo);
        }
    }

    @Test
    void aPictureOfAComplaintAboutOfficialsIsForWhoTookItAndTheCountysOffice() {
        submitted(forwarded(request, County.ABOUT_OFFICIALS, "对工作人员的意见"));

        assertShown(team.secretary(), photo);
        assertShown(County.supervisor(), photo);
        var town = Tokens.of("town").role("supervisor").division("370828101");
        for (var other : List.of(team.mate(), team.leader(), County.dispatcher(), town)) {
            assertNothing(other, photo);
        }
    }

    @Test
    void aRequestTellsItsPicturesInTheirOrder() {
        var second = UUID.randomUUID();
        upload(team.secretary(), photo, PHOTO).statusCode(201);
        upload(team.secretary(), second, OTHER).statusCode(201);
        team.submit(visit(team.grid(), with(forwarded(request), "attachments", List.of(second, photo))));

        as(team.mate())
                .get("/api/requests/{id}", request)
                .then()
                .statusCode(200)
                .body("attachments.id", contains(second.toString(), photo.toString()))
                .body("attachments[1].width", equalTo(640));
    }

    @Test
    void theSameSubmissionAgainIsTheSameAndWithOtherPicturesItIsNot() {
        var other = UUID.randomUUID();
        upload(team.secretary(), photo, PHOTO).statusCode(201);
        upload(team.secretary(), other, OTHER).statusCode(201);
        var visit = visit(team.grid(), with(forwarded(request), "attachments", List.of(photo)));
        team.submit(visit);

        team.submit(visit);
        team.submit("another-key-" + request, visit).then().statusCode(201);
        var differs = with(visit, "requests", List.of(with(forwarded(request), "attachments", List.of(other))));
        team.submit(String.valueOf(visit.get("visitId")), differs)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency.body-differs"));
        team.submit("third-key-" + request, differs).then().statusCode(422).body("code", equalTo("visit.differs"));

        assertThat(Tables.count("attachment where request_id = ?", request)).isEqualTo(1);
    }

    @Test
    void picturesThatAreSomebodyElsesOrNowhereOrUsedAreRefusedAndNothingIsStored() {
        var mates = UUID.randomUUID();
        var used = UUID.randomUUID();
        upload(team.secretary(), photo, PHOTO).statusCode(201);
        upload(team.mate(), mates, PHOTO).statusCode(201);
        upload(team.secretary(), used, OTHER).statusCode(201);
        team.submit(visit(team.grid(), with(resolved(), "attachments", List.of(used))));

        for (var bad : List.of(mates, used, UUID.randomUUID())) {
            refused(with(forwarded(request), "attachments", List.of(photo, bad)))
                    .body("code", equalTo("visit.attachment-unknown"))
                    .body("field", equalTo("requests[0].attachments[1]"));
        }
        refused(with(forwarded(request), "attachments", List.of(photo, photo)))
                .body("code", equalTo("visit.attachment-twice"))
                .body("field", equalTo("requests[0].attachments[1]"));
        refused(with(
                        forwarded(request),
                        "attachments",
                        Stream.generate(UUID::randomUUID).limit(7).toList()))
                .body("code", equalTo("request.too-many-attachments"))
                .body("details.most", equalTo(6));

        assertThat(Tables.count("request where id = ?", request)).isZero();
        assertThat(Tables.count("attachment where id = ? and request_id is null", photo))
                .isEqualTo(1);
        assertThat(Tables.count("idempotent_answer where key = ?", request.toString()))
                .isZero();
    }

    @Test
    void ofTwoSubmissionsThatNameOnePictureOneIsTaken() {
        upload(team.secretary(), photo, PHOTO).statusCode(201);
        var both = IntStream.range(0, 2)
                .mapToObj(n -> visit(team.grid(), with(forwarded(UUID.randomUUID()), "attachments", List.of(photo))))
                .map(visit -> CompletableFuture.supplyAsync(() ->
                        team.submit(String.valueOf(visit.get("visitId")), visit).statusCode()))
                .toList();

        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 400);
    }

    @Test
    void aVisitMayShowByAPictureThatTheTeamWasThere() {
        upload(team.secretary(), photo, PHOTO).statusCode(201);
        var visit = with(visit(team.grid(), resolved()), "checkInPhoto", photo);
        team.submit(visit);

        as(team.leader())
                .get("/api/visits/{id}", visit.get("visitId"))
                .then()
                .statusCode(200)
                .body("checkInPhoto.id", equalTo(photo.toString()));
        assertShown(team.leader(), photo);
        assertShown(County.dispatcher(), photo);
        assertNothing(County.team().leader(), photo);
        as(County.supervisor())
                .queryParams("month", "2021-10", "place", team.grid(), "status", "DONE")
                .get("/api/coverage/rows")
                .then()
                .statusCode(200)
                .body("items.checkedIn", contains(true));
        var mates = UUID.randomUUID();
        upload(team.mate(), mates, PHOTO).statusCode(201);
        var next = with(visit(team.grid(), resolved()), "checkInPhoto", mates);
        team.submit(String.valueOf(next.get("visitId")), next)
                .then()
                .statusCode(400)
                .body("code", equalTo("visit.attachment-unknown"))
                .body("field", equalTo("checkInPhoto"));
    }

    @Test
    void aPictureIsKeptByNobodyOnTheWayAndHasATag() {
        upload(team.secretary(), photo, PHOTO).statusCode(201);

        var shown = as(team.secretary())
                .get("/api/attachments/{id}", photo)
                .then()
                .statusCode(200)
                .extract();

        assertThat(shown.headers().getValues("Cache-Control")).containsExactly("no-store");
        assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(shown.header("Content-Disposition")).isEqualTo("inline; filename=\"" + photo + ".jpg\"");
        as(team.secretary())
                .header("If-None-Match", shown.header("ETag"))
                .get("/api/attachments/{id}", photo)
                .then()
                .statusCode(304);
        var small = as(team.secretary()).get("/api/attachments/{id}/thumbnail", photo);
        assertThat(small.header("ETag")).isNotEqualTo(shown.header("ETag"));
        assertThat(Photos.shown(small.asByteArray()).getWidth()).isEqualTo(320);
    }

    @Test
    void whoIsErasedIsErasedFromPicturesTooAndInEveryBackup() throws Exception {
        submitted(forwarded(request));
        var file = UUID.fromString(Tables.text("select file from attachment where id = ?", photo));
        Path backup;
        try (var connection = Tables.connection()) {
            backup = new KeyStore(connection, County.OPERATOR).backUp(directory, Instant.now(), Duration.ofDays(7));
        }

        erase(request);

        assertNothing(team.secretary(), photo);
        as(team.secretary()).get("/api/requests/{id}", request).then().body("attachments", empty());
        assertThat(Tables.count("unclaimed_file where id = ?", file)).isEqualTo(1);
        try (var connection = Tables.connection()) {
            new KeyStore(connection, County.OPERATOR).restore(backup);
        }
        assertThat(Tables.count("keys.data_key where id = ?", file)).isZero();
    }

    @Test
    void theCheckInPhotoOfAVisitGoesWithTheFirstOfItsCitizensWhoIsErased() {
        upload(team.secretary(), photo, PHOTO).statusCode(201);
        var visit = with(
                visit(UUID.randomUUID(), team.grid(), List.of(forwarded(request), resolved())), "checkInPhoto", photo);
        team.submit(visit);
        var file = UUID.fromString(Tables.text("select file from attachment where id = ?", photo));

        erase(request);

        assertNothing(team.secretary(), photo);
        assertThat(Tables.count("keys.data_key where id = ?", file)).isZero();
        assertThat(Tables.count("keys.erasure where id = ?", file)).isEqualTo(1);
        assertThat(Tables.count("unclaimed_file where id = ?", file)).isEqualTo(1);
        as(team.leader())
                .get("/api/visits/{id}", visit.get("visitId"))
                .then()
                .statusCode(200)
                .body("checkInPhoto", nullValue());
        as(County.supervisor())
                .queryParams("month", "2021-10", "place", team.grid(), "status", "DONE")
                .get("/api/coverage/rows")
                .then()
                .body("items.checkedIn", contains(true));
    }

    @Test
    void whileTheStoreIsAwayNothingIsTakenAndWhatIsKeptIsShownLater() throws IOException {
        var next = UUID.randomUUID();
        upload(team.secretary(), photo, PHOTO).statusCode(201);
        var aside = folder.resolveSibling("attachments-aside");
        Files.move(folder, aside);
        Files.createFile(folder);
        try {
            upload(team.secretary(), next, OTHER)
                    .statusCode(503)
                    .header("Retry-After", "30")
                    .body("code", equalTo("attachment.store-away"));
            picture(team.secretary(), photo).then().statusCode(503).body("code", equalTo("attachment.kept-but-away"));
        } finally {
            Files.delete(folder);
            Files.move(aside, folder);
        }

        assertThat(Tables.count("attachment where id = ?", next)).isZero();
        assertShown(team.secretary(), photo);
        upload(team.secretary(), next, OTHER).statusCode(201);
    }

    @Test
    void whoHasTooManyPicturesThatHangOnNothingSubmitsFirst() {
        upload(team.secretary(), photo, PHOTO).statusCode(201);
        Tables.change(
                """
                insert into attachment (id, uploaded_by, team_code, file, fingerprint, bytes, width, height, sha256,
                                        uploaded_at)
                select gen_random_uuid(), uploaded_by, team_code, gen_random_uuid(), '', 1, 1, 1, '', now()
                from attachment, generate_series(2, 360) where id = ?""",
                photo);

        upload(team.secretary(), request, OTHER)
                .statusCode(409)
                .body("code", equalTo("attachment.too-many-waiting"))
                .body("details.most", equalTo(360));
        upload(team.mate(), request, OTHER).statusCode(201);
        upload(team.secretary(), photo, PHOTO).statusCode(200);
        team.submit(visit(team.grid(), with(forwarded(UUID.randomUUID()), "attachments", List.of(photo))));
        upload(team.secretary(), UUID.randomUUID(), OTHER).statusCode(201);
    }

    @Test
    void picturesThatHangOnNothingAreCountedByTheirSizeToo() {
        upload(team.secretary(), photo, PHOTO).statusCode(201);
        Tables.change("update attachment set bytes = 256 * 1024 * 1024 where id = ?", photo);

        upload(team.secretary(), request, OTHER)
                .statusCode(409)
                .body("code", equalTo("attachment.too-many-waiting"))
                .body("details.mostMegabytes", equalTo(256));
    }

    @Test
    void whereTheCategoryDemandsItWhatIsSettledOnTheSpotNeedsAPhotoAndWhatIsForwardedDoesNot() {
        Tables.change("update category set photo_required = true where code = ?", County.LEGAL_AID);
        try {
            var bare = visit(UUID.randomUUID(), team.grid(), List.of(forwarded(UUID.randomUUID()), resolved(request)));
            team.submit("bare-" + request, bare)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("request.photo-missing"))
                    .body("field", equalTo("requests[1].attachments"));
            assertThat(Tables.count("request where id = ?", request)).isZero();

            submitted(resolved(request));
            team.submit(visit(team.grid(), forwarded(UUID.randomUUID(), County.LEGAL_AID, "想申请法律援助")));
        } finally {
            Tables.change("update category set photo_required = false where code = ?", County.LEGAL_AID);
        }
    }

    @Test
    void aRequestWithoutPicturesSaysSo() {
        team.submit(visit(team.grid(), forwarded(request)));

        as(team.secretary()).get("/api/requests/{id}", request).then().body("attachments", empty());
        as(team.secretary())
                .get("/api/visits/{id}", Tables.text("select visit_id from request where id = ?", request))
                .then()
                .body("checkInPhoto", nullValue());
    }

    private static void erase(UUID request) {
        as(County.administrator())
                .body(Map.of("reason", "本人申请"))
                .post("/api/requests/{id}/erasure", request)
                .then()
                .statusCode(200);
    }

    private void submitted(Map<String, Object> asked) {
        upload(team.secretary(), photo, PHOTO).statusCode(201);
        team.submit(visit(team.grid(), with(asked, "attachments", List.of(photo))));
    }

    private ValidatableResponse refused(Map<String, Object> asked) {
        return team.submit(request.toString(), visit(team.grid(), asked)).then().statusCode(400);
    }

    private Path stored(String file) {
        return folder.resolve(file.substring(file.length() - 2)).resolve(file);
    }

    private static ValidatableResponse upload(Tokens who, UUID id, byte[] content) {
        return as(who).contentType("image/jpeg")
                .body(content)
                .put("/api/attachments/{id}", id)
                .then();
    }

    private static Response picture(Tokens who, UUID id) {
        return as(who).get("/api/attachments/{id}", id);
    }

    private static void assertShown(Tokens who, UUID id) {
        picture(who, id).then().statusCode(200);
        as(who).get("/api/attachments/{id}/thumbnail", id).then().statusCode(200);
    }

    private static void assertNothing(Tokens who, UUID id) {
        picture(who, id).then().statusCode(404).body("code", equalTo("attachment.unknown"));
        as(who).get("/api/attachments/{id}/thumbnail", id).then().statusCode(404);
    }
}
