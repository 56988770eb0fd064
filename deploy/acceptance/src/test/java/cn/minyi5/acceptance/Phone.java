package cn.minyi5.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A secretary's phone: a Chromium at 390×844 that keeps what it keeps, whatever becomes of its battery. */
final class Phone implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=zh-CN");
    private static final List<String> LANGUAGES = List.of("zh", "en");
    private static final List<String> A_AND_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

    private final Playwright playwright;
    private final BrowserContext context;
    private final Page page;
    private final URI form;
    private int taps;

    private Phone(Path kept, URI form, boolean signal, boolean watched) {
        this.form = form;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.context = playwright
                .chromium()
                .launchPersistentContext(
                        kept,
                        new LaunchPersistentContextOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(FLAGS)
                                .setViewportSize(390, 844)
                                .setDeviceScaleFactor(2)
                                .setIsMobile(true)
                                .setHasTouch(true)
                                .setLocale("zh-CN")
                                .setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(30_000);
        this.page = context.pages().get(0);
        signal(signal);
        var start = watched ? ColdStart.watched(context, page) : null;
        page.navigate(form.toString());
        if (start != null) {
            start.keep();
        }
    }

    /** @param kept what the phone keeps from one time to the next */
    static Phone on(Path kept, URI form) {
        return new Phone(kept, form, true, false);
    }

    static Phone withoutSignal(Path kept, URI form) {
        return new Phone(kept, form, false, false);
    }

    /** Opened for its trace and put away: whoever watches a page makes it believe in its signal. */
    static void traceColdStart(Path kept, URI form) {
        new Phone(kept, form, false, true).close();
    }

    Page page() {
        return page;
    }

    void signal(boolean there) {
        context.setOffline(!there);
    }

    void logIn(String username, String password) {
        button("登录").click();
        page.getByLabel("用户名").fill(username);
        page.locator("input[name=password]").fill(password);
        page.locator("#kc-login").click();
        // Keycloak's first login after its start takes its time.
        page.waitForURL(
                url -> url.startsWith(form.toString()) && !url.contains("state="),
                new Page.WaitForURLOptions().setTimeout(90_000));
    }

    /** The page itself is on the phone, so that it opens without a signal. */
    void awaitKept() {
        page.evaluate("navigator.serviceWorker.ready.then(() => true)");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator choice(String name) {
        return page.getByRole(
                AriaRole.RADIO, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void type(String label, String text) {
        page.getByLabel(label).fill(text);
    }

    void chooseDay(LocalDate day) {
        page.getByLabel("日期").selectOption(day.toString());
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void tap(Locator there) {
        taps++;
        there.tap();
    }

    /** So often was tapped since it was asked last. */
    int taps() {
        var counted = taps;
        taps = 0;
        return counted;
    }

    void go(String route) {
        page.evaluate("route => { location.hash = route }", route);
    }

    void awaitText(String text) {
        PlaywrightAssertions.assertThat(page.getByText(text).first())
                .isVisible(new IsVisibleOptions().setTimeout(60_000));
    }

    /** As it is seen, and below; in both languages; and without a violation of level A or AA. */
    void look(String view) {
        for (var language : LANGUAGES) {
            speak(language);
            look(view, language);
        }
        speak("zh");
    }

    void look(String view, String language) {
        page.waitForTimeout(200);
        picture(view, language);
        if (Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollHeight > innerHeight + 40"))) {
            page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
            picture(view, language + "-below");
            page.evaluate("scrollTo(0, 0)");
        }
        var violations = new AxeBuilder(page).withTags(A_AND_AA).analyze().getViolations();
        assertThat(violations).as("axe on %s in %s", view, language).isEmpty();
    }

    /** As it comes out of a printer. */
    void lookAtPrint(String view) {
        for (var language : LANGUAGES) {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            speak(language);
            page.waitForTimeout(200);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            picture(view + "-printed", language);
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        speak("zh");
    }

    private void picture(String view, String language) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("phone-" + view + "-" + language + ".png")));
    }

    /** Whatever the page asks for from now on is under way, and nothing was read before. */
    void keepWaiting() {
        page.evaluate(
                """
                () => new Promise((done) => {
                  window.fetch = () => new Promise(() => {});
                  indexedDB.open('minyi5').onsuccess = ({ target }) => {
                    const forgetting = target.result.transaction('reads', 'readwrite');
                    forgetting.objectStore('reads').clear();
                    forgetting.oncomplete = () => done();
                  };
                })""");
    }

    /** On Keycloak's page. */
    void speakAtLogin(String language) {
        page.locator("select[id*=login-select]").selectOption(new SelectOption().setLabel(language));
        page.waitForLoadState();
    }

    private void speak(String language) {
        var other = page.locator("pages-head button[lang=" + language + "]");
        if (other.count() > 0) {
            other.click();
        }
    }

    @Override
    public void close() {
        context.close();
        playwright.close();
    }
}
