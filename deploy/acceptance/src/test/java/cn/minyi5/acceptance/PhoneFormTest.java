package cn.minyi5.acceptance;

import static cn.minyi5.acceptance.TheSecretary.RUN;
import static cn.minyi5.acceptance.TheSecretary.text;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.county.DemoPersons;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secretary's day on the phone form, with a real browser, Keycloak's own page and a signal that comes and goes. */
@Order(3)
class PhoneFormTest {

    private static final ZoneId COUNTY_TIME = ZoneId.of("Asia/Shanghai");
    private static final int MOST_TAPS = 8;

    private static final String OF_THE_DAY = "text like '走访日" + RUN + "第%'";

    /** Of each of the first ten requests of a visit, two. */
    private static final int PHOTOS_A_VISIT = 20;

    private static TheSecretary secretary;

    @TempDir
    Path kept;

    @BeforeAll
    static void aCountyWithItsMasterData() {
        secretary = new TheSecretary(TheCounty.loaded());
    }

    @Test
    void aVisitDayWithoutASignalArrivesOnceWhateverHappensToThePhone() {
        var visits = secretary.count("select count(*) from visit where not imported");
        try (var phone = secretary.logsIn(kept)) {
            phone.awaitKept();
            phone.signal(false);
            record(phone, 1, 13, "待发送（1）");
            record(phone, 14, 13, "待发送（2）");
            var recording = new Recording(phone);
            begin(recording, 27);
            addRequests(recording, 27, 13);
            phone.button("记一条诉求").tap();
            phone.type("反映的内容", ofTheDay(40));
        }
        secretary.startsCold(kept);
        // The battery was flat; nobody logs in without a signal
        try (var phone = secretary.opensWithoutSignal(kept)) {
            phone.awaitText("2 条待发送");
            phone.look("today-offline");
            phone.page().locator("a[href^='#/visit/']").tap();
            phone.page().getByText(ofTheDay(40)).tap();
            phone.look("request-offline");
            phone.button(Recording.WATER).first().tap();
            phone.choice("转交部门").tap();
            phone.choice("匿名").tap();
            new Recording(phone).save();
            phone.look("visit-offline");
            phone.button(Recording.SUBMIT).dblclick();
            phone.awaitText("3 条待发送");
            phone.look("sent-offline");
            phone.signal(true);
            phone.awaitText("登录已过期，3 条待发送");
            phone.look("sent-login-expired");
            secretary.logIn(phone);
            phone.go("#/sent");
            phone.awaitText("已发送（3）");
            phone.look("sent-full");
        }
        assertThat(secretary.count("select count(*) from visit where not imported"))
                .isEqualTo(visits + 3);
        assertThat(secretary.count("select count(*) from request where " + OF_THE_DAY))
                .isEqualTo(40);
        assertThat(secretary.count(
                        "select count(*) from attachment join request on request.id = request_id where " + OF_THE_DAY))
                .isEqualTo(3 * PHOTOS_A_VISIT);
        assertThat(secretary.count("select count(*) from attachment join visit on visit.id = visit_id"
                        + " where exists (select from request where request.visit_id = visit.id and "
                        + OF_THE_DAY + ")"))
                .isEqualTo(3);
        assertThat(secretary.count("select count(distinct text) from request where " + OF_THE_DAY))
                .isEqualTo(40);
    }

    @Test
    void whatTheServiceRefusesIsShownWithItsReasonAndMended() {
        try (var phone = secretary.logsIn(kept)) {
            phone.go("#/sent");
            phone.awaitText("还没有提交过");
            phone.look("sent-empty");
            phone.go("#/");
            var recording = new Recording(phone);
            recording.begin();
            recording.request(text(41));
            recording.save();
            phone.chooseDay(LocalDate.now(COUNTY_TIME).minusDays(31));
            recording.submit("走访已超过30天");
            phone.look("sent-refused");
            phone.button("修改").tap();
            phone.awaitText("内容都在手机上");
            phone.look("visit-refused");
            phone.chooseDay(LocalDate.now(COUNTY_TIME));
            recording.submit("已发送（1）");
        }
        assertThat(secretary.count("select count(*) from request where text = '" + text(41) + "'"))
                .isEqualTo(1);
    }

    @Test
    void aVisitWithOneRequestTakesAFewTapsBesideItsText() {
        try (var phone = secretary.logsIn(kept)) {
            phone.look("today-full");
            phone.taps();
            phone.tap(phone.button("开始走访"));
            phone.look("visit-empty");
            phone.tap(phone.button("记一条诉求"));
            phone.look("request-empty");
            phone.type("反映的内容", text(42));
            phone.tap(phone.button(Recording.WATER).first());
            phone.tap(phone.choice("转交部门"));
            phone.tap(phone.choice("匿名"));
            phone.tap(phone.button("保存这条"));
            phone.tap(phone.button(Recording.SUBMIT));
            phone.awaitText("已发送（1）");
            assertThat(phone.taps()).isLessThanOrEqualTo(MOST_TAPS);
        }
    }

    @Test
    void whatIsMissingIsSaidWhereItIsMissing() {
        try (var phone = secretary.logsIn(kept)) {
            new Recording(phone).begin();
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
            phone.page().setInputFiles("input[type=file]", Recording.photo(1));
            phone.awaitText("照片（1/6）");
            phone.button("保存这条").tap();
            phone.awaitText("这不是有效的电话");
            phone.look("request-full");
            phone.type("电话", "13800000001");
            phone.button("保存这条").tap();
            phone.awaitText("诉求（1）");
            phone.look("visit-full");
            phone.keepWaiting();
            phone.go("#/echo/" + UUID.randomUUID());
            phone.look("echo-loading");
            phone.go("#/");
            phone.look("today-loading");
        }
    }

    @Test
    void thePageOfTheLoginSpeaksTheLanguageOfThePhoneAndLooksLikeOurs() {
        try (var phone = secretary.opens(kept)) {
            phone.awaitText("请登录");
            phone.look("today-empty");
            phone.button("登录").click();
            phone.awaitText("用户名");
            assertThat(phone.page().locator("#kc-header-wrapper").textContent()).contains("民意“5”来听");
            phone.look("login", "zh");
            wrongPassword(phone, "用户名");
            phone.awaitText("用户名或密码不对");
            phone.look("login-refused", "zh");
            phone.speakAtLogin("English");
            phone.awaitText("Username");
            phone.look("login", "en");
            wrongPassword(phone, "Username");
            phone.awaitText("Wrong username or password");
            phone.look("login-refused", "en");
        }
    }

    private static void wrongPassword(Phone phone, String username) {
        phone.type(username, DemoPersons.VILLAGE_SECRETARY);
        phone.page().locator("input[name=password]").fill("wrong");
        phone.page().locator("#kc-login").click();
    }

    private static void record(Phone phone, int first, int requests, String then) {
        var recording = new Recording(phone);
        begin(recording, first);
        addRequests(recording, first, requests);
        recording.submit(then);
        phone.go("#/");
    }

    private static void begin(Recording recording, int first) {
        recording.begin();
        recording.checkIn(Recording.photo(first));
    }

    private static void addRequests(Recording recording, int first, int requests) {
        for (int number = first; number < first + requests; number++) {
            if (number < first + PHOTOS_A_VISIT / 2) {
                recording.request(ofTheDay(number), Recording.photo(number), Recording.photo(number + 100));
            } else {
                recording.request(ofTheDay(number));
            }
            recording.save();
        }
    }

    private static String ofTheDay(int number) {
        return "走访日" + RUN + "第" + number + "件：村口水管破裂，家中停水";
    }
}
