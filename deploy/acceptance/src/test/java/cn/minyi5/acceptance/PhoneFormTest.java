package cn.minyi5.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.County;
import cn.minyi5.local.stack.Stack;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secretary's day on the phone form, with a real browser, Keycloak's own page and a signal that comes and goes. */
@Order(3)
class PhoneFormTest {

    private static final ZoneId COUNTY_TIME = ZoneId.of("Asia/Shanghai");
    private static final Pattern WATER = Pattern.compile("农村饮水");
    private static final Pattern SUBMIT = Pattern.compile("提交走访.*");
    private static final int MOST_TAPS = 8;

    /** What this run writes is told from what an earlier one has left in the same county. */
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

    private static final String OF_THE_DAY = "text like '走访日" + RUN + "第%'";

    /** Of each of the first ten requests of a visit, two. */
    private static final int PHOTOS_A_VISIT = 20;

    private static Stack stack;
    private static County county;
    private static URI form;
    private static boolean photos;

    @TempDir
    Path kept;

    @BeforeAll
    static void aCountyWithItsMasterData() {
        stack = TheCounty.loaded();
        county = new County(stack.home());
        form = stack.address(Stack.INTAKE).resolve("/");
        photos = count("select count(*) from pg_tables where tablename = 'attachment'") == 1;
    }

    @Test
    void aVisitDayWithoutASignalArrivesOnceWhateverHappensToThePhone() {
        var visits = count("select count(*) from visit where not imported");
        try (var phone = loggedIn()) {
            phone.awaitKept();
            phone.signal(false);
            record(phone, 1, 13, "待发送（1）");
            record(phone, 14, 13, "待发送（2）");
            begin(phone);
            checkIn(phone, 27);
            addRequests(phone, 27, 13);
            phone.button("记一条诉求").tap();
            phone.type("反映的内容", ofTheDay(40));
        }
        // The battery was flat; nobody logs in without a signal
        try (var phone = Phone.withoutSignal(kept, form)) {
            phone.awaitText("2 条待发送");
            phone.look("today-offline");
            phone.page().locator("a[href^='#/visit/']").tap();
            phone.page().getByText(ofTheDay(40)).tap();
            phone.look("request-offline");
            finishRequest(phone);
            phone.look("visit-offline");
            phone.button(SUBMIT).dblclick();
            phone.awaitText("3 条待发送");
            phone.look("sent-offline");
            phone.signal(true);
            phone.awaitText("登录已过期，3 条待发送");
            phone.look("sent-login-expired");
            logIn(phone);
            phone.go("#/sent");
            phone.awaitText("已发送（3）");
            phone.look("sent-full");
        }
        assertThat(count("select count(*) from visit where not imported")).isEqualTo(visits + 3);
        assertThat(count("select count(*) from request where " + OF_THE_DAY)).isEqualTo(40);
        if (photos) {
            assertThat(count("select count(*) from attachment join request on request.id = request_id where "
                            + OF_THE_DAY))
                    .isEqualTo(3 * PHOTOS_A_VISIT);
            assertThat(count("select count(*) from attachment join visit on visit.id = visit_id"
                            + " where exists (select from request where request.visit_id = visit.id and "
                            + OF_THE_DAY + ")"))
                    .isEqualTo(3);
        }
        assertThat(count("select count(distinct text) from request where " + OF_THE_DAY))
                .isEqualTo(40);
    }

    @Test
    void whatTheServiceRefusesIsShownWithItsReasonAndMended() {
        try (var phone = loggedIn()) {
            phone.go("#/sent");
            phone.awaitText("还没有提交过");
            phone.look("sent-empty");
            phone.go("#/");
            begin(phone);
            addRequest(phone, 41);
            phone.chooseDay(LocalDate.now(COUNTY_TIME).minusDays(31));
            phone.button(SUBMIT).tap();
            phone.awaitText("走访已超过30天");
            phone.look("sent-refused");
            phone.button("修改").tap();
            phone.awaitText("内容都在手机上");
            phone.look("visit-refused");
            phone.chooseDay(LocalDate.now(COUNTY_TIME));
            phone.button(SUBMIT).tap();
            phone.awaitText("已发送（1）");
        }
        assertThat(count("select count(*) from request where text = '" + text(41) + "'"))
                .isEqualTo(1);
    }

    @Test
    void aVisitWithOneRequestTakesAFewTapsBesideItsText() {
        try (var phone = loggedIn()) {
            phone.look("today-full");
            phone.taps();
            phone.tap(phone.button("开始走访"));
            phone.look("visit-empty");
            phone.tap(phone.button("记一条诉求"));
            phone.look("request-empty");
            phone.type("反映的内容", text(42));
            phone.tap(phone.button(WATER).first());
            phone.tap(phone.choice("转交部门"));
            phone.tap(phone.choice("匿名"));
            phone.tap(phone.button("保存这条"));
            phone.tap(phone.button(SUBMIT));
            phone.awaitText("已发送（1）");
            assertThat(phone.taps()).isLessThanOrEqualTo(MOST_TAPS);
        }
    }

    @Test
    void whatIsMissingIsSaidWhereItIsMissing() {
        try (var phone = loggedIn()) {
            begin(phone);
            phone.button("记一条诉求").tap();
            phone.button("保存这条").tap();
            phone.awaitText("请写下反映的内容");
            phone.look("request-refused");
            phone.type("反映的内容", text(43));
            phone.type("找类别：输入汉字或拼音首字母", "flyz");
            phone.button(Pattern.compile("法律援助.*平安法治")).tap();
            phone.choice("现场解决").tap();
            phone.type("怎么解决的", "当场讲清政策");
            phone.choice("留联系方式").tap();
            phone.type("姓名", "群众001");
            phone.type("电话", "138");
            phone.page().setInputFiles("input[type=file]", photo(1));
            phone.awaitText("照片（1/6）");
            phone.button("保存这条").tap();
            phone.awaitText("这不是有效的电话");
            phone.look("request-full");
            phone.type("电话", "13800000001");
            phone.button("保存这条").tap();
            phone.awaitText("诉求（1）");
            phone.look("visit-full");
        }
    }

    @Test
    void anAnswerIsBroughtToTheDoorWithoutASignalAndFollowedUpOnce() {
        var requestId = answered();
        try (var phone = loggedIn()) {
            phone.awaitKept();
            phone.page().locator("a[href$='" + requestId + "']").waitFor();
            phone.signal(false);
            phone.go("#/echo/" + requestId);
            phone.awaitText("见到本人了吗");
            phone.look("echo-offline");
            phone.button("提交回访").tap();
            phone.choice("见到了").tap();
            phone.button("提交回访").tap();
            phone.look("echo-refused");
            phone.choice("解决了").tap();
            phone.choice("不满意").tap();
            phone.look("echo-full");
            phone.button("提交回访").dblclick();
            phone.awaitText("1 条待发送");
            phone.go("#/echo/" + requestId);
            phone.awaitText("回访已记下");
            phone.look("echo-queued");
            phone.signal(true);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> count("select count(*) from follow_up where request_id = '" + requestId + "'") == 1);
            phone.go("#/echo/" + UUID.randomUUID());
            phone.awaitText("这条回音不在名单里了");
            phone.look("echo-empty");
        }
    }

    @Test
    void thePageOfTheLoginSpeaksChineseAndLooksLikeOurs() {
        try (var phone = Phone.on(kept, form)) {
            phone.awaitText("请登录");
            phone.look("today-empty");
            phone.button("登录").click();
            phone.awaitText("用户名");
            assertThat(phone.page().locator("#kc-header-wrapper").textContent()).contains("民意“5”来听");
            phone.look("login");
            phone.type("用户名", DemoPersons.VILLAGE_SECRETARY);
            phone.page().locator("input[name=password]").fill("wrong");
            phone.page().locator("#kc-login").click();
            phone.awaitText("用户名或密码不对");
            phone.look("login-refused");
        }
    }

    private Phone loggedIn() {
        var phone = Phone.on(kept, form);
        logIn(phone);
        phone.button("开始走访").waitFor();
        return phone;
    }

    private static void logIn(Phone phone) {
        phone.logIn(DemoPersons.VILLAGE_SECRETARY, stack.persons().password(DemoPersons.VILLAGE_SECRETARY));
    }

    private static void record(Phone phone, int first, int requests, String then) {
        begin(phone);
        checkIn(phone, first);
        addRequests(phone, first, requests);
        phone.button(SUBMIT).tap();
        phone.awaitText(then);
        phone.go("#/");
    }

    private static void begin(Phone phone) {
        phone.button("开始走访").tap();
        phone.button("记一条诉求").waitFor();
    }

    private static void checkIn(Phone phone, int number) {
        if (photos) {
            phone.page().setInputFiles("check-in input[type=file]", photo(number));
            phone.button("删除第 1 张照片").waitFor();
        }
    }

    private static void addRequests(Phone phone, int first, int requests) {
        for (int number = first; number < first + requests; number++) {
            phone.button("记一条诉求").tap();
            phone.type("反映的内容", ofTheDay(number));
            if (photos && number < first + PHOTOS_A_VISIT / 2) {
                takePhotos(phone, number);
            }
            finishRequest(phone);
        }
    }

    private static void takePhotos(Phone phone, int number) {
        phone.page().setInputFiles("input[type=file]", new FilePayload[] {photo(number), photo(number + 100)});
        phone.awaitText("照片（2/6）");
    }

    private static void addRequest(Phone phone, int number) {
        phone.button("记一条诉求").tap();
        phone.type("反映的内容", text(number));
        finishRequest(phone);
    }

    private static void finishRequest(Phone phone) {
        phone.button(WATER).first().tap();
        phone.choice("转交部门").tap();
        phone.choice("匿名").tap();
        phone.button("保存这条").tap();
        phone.button("记一条诉求").waitFor();
    }

    private static String text(int number) {
        return "单独" + RUN + "第" + number + "件：村口水管破裂，家中停水";
    }

    private static String ofTheDay(int number) {
        return "走访日" + RUN + "第" + number + "件：村口水管破裂，家中停水";
    }

    /** A request whose answer waits to be brought. */
    private static UUID answered() {
        var grid = stack.persons().gridOf(DemoPersons.VILLAGE_SECRETARY).code();
        var requestId = Visits.forwardOne(county, grid, "GS02");
        var order = await().atMost(Duration.ofSeconds(30))
                .until(() -> Visits.orderOf(county, DemoPersons.DISPATCHER, requestId), found -> found != null);
        var path = "/api/work-orders/" + order.get("id").asText();
        var lead = county.routing(DemoPersons.DISPATCHER).get(path).get("lead").asText();
        var clerk = county.routing(DemoPersons.clerk(lead));
        clerk.post(path + "/sign", Map.of());
        clerk.post(path + "/reply", Map.of("resultCode", "SOLVED", "text", "路灯已修好，夜里亮了", "contactLog", "当日到场"));
        county.routing(DemoPersons.DISPATCHER).post(path + "/reply-review", Map.of("accept", true));
        await().atMost(Duration.ofSeconds(30)).until(() -> county.intake(DemoPersons.VILLAGE_SECRETARY)
                .get("/api/me/echo-list?limit=200")
                .toString()
                .contains(requestId.toString()));
        return requestId;
    }

    private static FilePayload photo(int number) {
        var image = new BufferedImage(1920, 1440, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(90, 130, 60 + number));
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.dispose();
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload("photo" + number + ".jpg", "image/jpeg", file.toByteArray());
    }

    private static long count(String statement) {
        var postgres = stack.postgres();
        try (var connection =
                        DriverManager.getConnection(postgres.jdbcUrl("intake"), postgres.user(), postgres.password());
                var rows = connection.createStatement().executeQuery(statement)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }
}
