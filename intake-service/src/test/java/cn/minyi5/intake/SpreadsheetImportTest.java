package cn.minyi5.intake;

import static cn.minyi5.intake.County.administrator;
import static cn.minyi5.intake.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 表格导入. History as the county keeps it: workbooks, with headers of its own. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class SpreadsheetImportTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String source = "test-" + UUID.randomUUID();
    private County.Team team;

    @BeforeEach
    void aTeam() {
        County.catalogue();
        team = County.team();
    }

    @Test
    void aCountysOwnWorkbookIsPreviewedAndImportedByTheNamesOfItsColumns() throws IOException {
        var workbook = workbook("v1");

        preview(workbook)
                .statusCode(200)
                .body("sheets", equalTo(List.of("数据")))
                .body("missing", equalTo(List.of()))
                .body("columns.find { it.header == '备注' }.column", equalTo(null))
                .body("columns.find { it.header == '走访时间' }.column", equalTo("visited_at"))
                .body("rows", equalTo(2))
                .body("firstRows[0].cells.visited_at", equalTo("2020-05-05T09:00:00+08:00"))
                .body("firstRows[0].cells.form", equalTo("HOUSEHOLD"))
                .body("problems", hasSize(1))
                .body("problems[0].row", equalTo(3))
                .body("problems[0].field", equalTo("contact_phone"))
                .body("problems[0].code", equalTo("contact.phone-malformed"));
        assertThat(Tables.count("request where grid_code = ?", team.grid())).isZero();

        var id = startedId(workbook);
        ImportTest.awaitDone(id).body("accepted", equalTo(1)).body("refused", equalTo(1));
        ImportTest.awaitTold(team, 1);
        assertThat(Tables.text("select text from request where grid_code = ?", team.grid()))
                .isEqualTo("想了解法律援助");

        var refused = as(administrator())
                .get("/api/imports/{id}/refused-rows.xlsx", id)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        preview(refused)
                .body("columns[-1].header", equalTo("reason"))
                .body("missing", equalTo(List.of()))
                .body("problems[0].field", equalTo("contact_phone"));
    }

    @Test
    void aPersonSaysWhichColumnIsWhichWhereTheNameDoesNot() throws IOException {
        var workbook = workbook("第几次");

        preview(workbook).body("missing", equalTo(List.of("visit_ref"))).body("problems", hasSize(0));
        started(workbook)
                .then()
                .statusCode(400)
                .body("code", equalTo("import.column-missing"))
                .body("field", equalTo("visit_ref"))
                .body("detail", containsString("走访编号"));

        preview(workbook, "visit_ref=第几次").body("missing", equalTo(List.of()));
        ImportTest.awaitDone(startedId(workbook, "visit_ref=第几次")).body("accepted", equalTo(1));
        preview(workbook, "visit=第几次").statusCode(400).body("code", equalTo("import.column-unknown"));
        preview(workbook, "visit_ref=没有").statusCode(400).body("code", equalTo("import.header-unknown"));
    }

    @Test
    void whatIsNoWorkbookIsRefusedAtOnce() {
        preview("visit_ref,text\n".getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("code", equalTo("xlsx.unreadable"));
        started("MZ".getBytes(StandardCharsets.UTF_8)).then().statusCode(400).body("code", equalTo("xlsx.unreadable"));
    }

    /** One good row, and one whose phone number is none; 备注 is nobody's. */
    private byte[] workbook(String visitHeader) throws IOException {
        var header = new ArrayList<>(List.of((visitHeader.equals("v1") ? "走访编号" : visitHeader)
                .concat(
                        ",诉求编号,网格编码,走访时间,走访形式,类别代码,诉求内容,群众姓名,联系电话,办理方式,现场处理说明,转办时间,派单时间,签收时间,答复时间,答复结果,答复内容,审核通过时间,回访时间,是否解决,是否满意,备注")
                .split(",")));
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "tests", "1.0")) {
            var sheet = book.newWorksheet("数据");
            for (int column = 0; column < header.size(); column++) {
                sheet.value(0, column, header.get(column));
            }
            for (int row = 1; row <= 2; row++) {
                var cells = List.of(
                        "v" + row,
                        "r" + row,
                        team.grid(),
                        "",
                        "入户",
                        "PA05",
                        "想了解法律援助",
                        "群众001",
                        row == 1 ? "13800000001" : "12345",
                        "现场解决",
                        "当场讲清政策");
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(row, column, cells.get(column));
                }
                sheet.value(row, 3, LocalDateTime.parse("2020-05-05T09:00:00"));
                sheet.style(row, 3).format("yyyy-mm-dd hh:mm").set();
                sheet.value(row, 21, "请尽快");
            }
        }
        return out.toByteArray();
    }

    private static ValidatableResponse preview(byte[] workbook, String... columns) {
        return as(administrator())
                .config(binary())
                .contentType(XLSX)
                .queryParam("column", List.of(columns))
                .body(workbook)
                .post("/api/imports/preview")
                .then();
    }

    private String startedId(byte[] workbook, String... columns) {
        return started(workbook, columns).then().statusCode(202).extract().path("id");
    }

    private Response started(byte[] workbook, String... columns) {
        return as(administrator())
                .config(binary())
                .contentType(XLSX)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .queryParam("source", source)
                .queryParam("column", List.of(columns))
                .body(workbook)
                .post("/api/imports");
    }

    private static RestAssuredConfig binary() {
        return RestAssured.config()
                .encoderConfig(EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs(XLSX, ContentType.BINARY));
    }
}
