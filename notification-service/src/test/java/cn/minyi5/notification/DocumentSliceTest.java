package cn.minyi5.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.notification.document.SampleBulletin;
import cn.minyi5.notification.document.domain.Bulletin;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
@QuarkusTestResource(MailServer.Settings.class)
class DocumentSliceTest {

    private Office office;

    @BeforeEach
    void openOffice() {
        office = Office.open();
    }

    @Test
    void pagesAndIssueBecomeAPaperAndAnAnnexWhoseFiguresAreTheEvents() throws Exception {
        var bulletin = SampleBulletin.of(UUID.randomUUID(), 18);
        publish(SampleBulletin.pages(bulletin));
        Events.send(bulletin.issued(), SampleBulletin.ISSUED_AT);
        soon().until(() -> written(bulletin));

        var docx = download(bulletin, "docx");
        var xlsx = download(bulletin, "xlsx");

        assertThat(docx.header("Content-Disposition"))
                .contains("filename*=UTF-8''")
                .contains(".docx");
        assertThat(docx.header("ETag")).isEqualTo("\"" + sha256(docx.asByteArray()) + "\"");
        assertFiguresOf(bulletin.issued(), docx, xlsx);
    }

    @Test
    void aHeadFindsInTheAnnexTheRowsOfTheirDepartmentAndAnotherCountyNothing() throws Exception {
        var bulletin = SampleBulletin.of(UUID.randomUUID(), 21);
        publish(SampleBulletin.pages(bulletin));
        Events.send(bulletin.issued(), SampleBulletin.ISSUED_AT);
        soon().until(() -> written(bulletin));

        var own = bulletin.issued().departments().get(0);
        var head = Tokens.of("head-of-" + own.department())
                .role("department-head")
                .division("370828")
                .department(own.department());
        var file = given().header("Authorization", head.bearer())
                .get("/api/documents/" + bulletin.issued().bulletinId() + "/xlsx");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.header("ETag")).isEqualTo("\"" + sha256(file.asByteArray()) + "\"");
        try (var annex = new XSSFWorkbook(new ByteArrayInputStream(file.asByteArray()))) {
            var rows = bulletin.rowsBehind("sign-on-time-rate")
                    .filter(row -> own.department().equals(row.department()))
                    .toList();
            var sheet = annex.getSheet("依据·按时签收率");
            assertThat(sheet.getLastRowNum()).isEqualTo(rows.size());
            for (int i = 1; i <= rows.size(); i++) {
                assertThat(sheet.getRow(i).getCell(2).getStringCellValue()).isEqualTo(own.department());
            }
            assertThat(annex.getSheet("依据·收集诉求")).isNull();
            assertThat(annex.getSheet("各单位指标").getLastRowNum())
                    .isEqualTo(own.figures().size());
        }
        var elsewhere =
                Tokens.of("elsewhere").role("supervisor").division("370829").bearer();
        for (var kind : List.of("docx", "xlsx")) {
            given().header("Authorization", elsewhere)
                    .get("/api/documents/" + bulletin.issued().bulletinId() + "/" + kind)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("document.unknown"));
        }
        given().header("Authorization", elsewhere).get("/api/documents").then().body("total", equalTo(0));
    }

    @Test
    void supervisorsAndHeadsAreToldOnceItCanBeRead() {
        var bulletin = SampleBulletin.of(UUID.randomUUID(), 19);
        publish(SampleBulletin.pages(bulletin));
        var eventId = UUID.randomUUID();
        Events.send(bulletin.issued(), SampleBulletin.ISSUED_AT, eventId);
        Events.send(bulletin.issued(), SampleBulletin.ISSUED_AT, eventId);

        soon().untilAsserted(() -> {
            assertThat(office.supervisor.occasionsAbout(bulletin.issued().bulletinId()))
                    .containsExactly("BULLETIN");
            assertThat(office.head.occasionsAbout(bulletin.issued().bulletinId()))
                    .containsExactly("BULLETIN");
        });
        assertThat(office.clerk.occasionsAbout(bulletin.issued().bulletinId())).isEmpty();
        assertThat(written(bulletin)).isTrue();
    }

    @Test
    void anIssueThatOvertookItsRowsWaitsAndIsPrintedWhenTheyHaveCome() {
        var bulletin = SampleBulletin.of(UUID.randomUUID(), 20);
        var pages = SampleBulletin.pages(bulletin);
        publish(pages.subList(1, pages.size()));
        Events.send(bulletin.issued(), SampleBulletin.ISSUED_AT);
        publish(pages.subList(0, 1));

        soon().until(() -> written(bulletin));
        assertThat(deadLetter(bulletin)).isNull();
    }

    @Test
    void papersAreForSupervisorsAndHeads() {
        var unknown = "/api/documents/" + UUID.randomUUID() + "/docx";

        given().get("/api/documents").then().statusCode(401);
        given().header("Authorization", office.clerk.bearer())
                .get("/api/documents")
                .then()
                .statusCode(403);
        given().header("Authorization", office.head.bearer())
                .get(unknown)
                .then()
                .statusCode(404)
                .contentType(containsString("application/problem+json"))
                .body("code", equalTo("document.unknown"));
        given().header("Authorization", office.head.bearer())
                .header("Accept-Language", "en")
                .get("/api/documents?month=2021-13")
                .then()
                .statusCode(400)
                .body("code", equalTo("document.month-malformed"))
                .body("field", equalTo("month"))
                .body("detail", equalTo("\"2021-13\" is not a month: it should look like 2021-09"));
    }

    private static void assertFiguresOf(BulletinEvent.Issued issued, Response docx, Response xlsx) throws IOException {
        try (var word = new XWPFDocument(new ByteArrayInputStream(docx.asByteArray()));
                var annex = new XSSFWorkbook(new ByteArrayInputStream(xlsx.asByteArray()))) {
            assertThat(word.getFooterArray(0).getText()).contains(issued.rowsSha256());
            var printed = word.getTables().get(0);
            var sheet = annex.getSheet("全县指标");
            for (int i = 0; i < issued.figures().size(); i++) {
                var figure = issued.figures().get(i);
                var row = sheet.getRow(i + 1);
                var value = figure.value().doubleValue();
                assertThat(row.getCell(0).getStringCellValue()).isEqualTo(figure.code());
                assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(value);
                var shown = printed.getRow(i + 1).getCell(1).getText();
                assertThat(shown)
                        .isEqualTo(
                                figure.denominator() == null
                                        ? "%.0f".formatted(value)
                                        : "%.2f%%".formatted(value * 100));
            }
            assertThat(word.getTables().get(1).getNumberOfRows())
                    .isEqualTo(issued.departments().size() + 1);
        }
    }

    private static void publish(List<BulletinEvent.RowsFrozen> pages) {
        pages.forEach(page -> Events.send(page, SampleBulletin.ISSUED_AT));
    }

    private Response download(Bulletin bulletin, String kind) {
        var answer = given().header("Authorization", office.supervisor.bearer())
                .get("/api/documents/" + bulletin.issued().bulletinId() + "/" + kind);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private boolean written(Bulletin bulletin) {
        var item = item(bulletin);
        return item != null && Boolean.TRUE.equals(item.get("written"));
    }

    private Map<String, Object> item(Bulletin bulletin) {
        return given().header("Authorization", office.supervisor.bearer())
                .get("/api/documents?month=2021-09")
                .jsonPath()
                .getMap("items.find { it.id == '" + bulletin.issued().bulletinId() + "' }");
    }

    private static String deadLetter(Bulletin bulletin) {
        return given().header("Authorization", Office.administrator())
                .get("/api/dead-letters?limit=200")
                .jsonPath()
                .getString("items.find { it.key == '" + bulletin.issued().bulletinId()
                        + "' && it.replayedAt == null }?.id");
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100));
    }
}
