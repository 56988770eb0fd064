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
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A Chromium with one of our pages in it, as somebody sits before it or holds it. */
abstract sealed class Browser implements AutoCloseable permits Phone, DeskBrowser {

    static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=zh-CN");
    private static final List<String> A_AND_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

    private final Playwright playwright;
    private final BrowserContext context;
    private final Page page;
    private final URI address;

    /** @param kept what the browser keeps from one time to the next */
    Browser(Path kept, URI address, LaunchPersistentContextOptions options) {
        this.address = address;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.context = playwright
                .chromium()
                .launchPersistentContext(
                        kept,
                        options.setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(FLAGS)
                                .setLocale("zh-CN")
                                .setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(30_000);
        this.page = context.pages().get(0);
    }

    void open() {
        page.navigate(address.toString());
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
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
                url -> url.startsWith(address.toString()) && URI.create(url).getQuery() == null,
                new Page.WaitForURLOptions().setTimeout(90_000));
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

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void type(String label, String text) {
        page.getByLabel(label).fill(text);
    }

    void go(String route) {
        page.evaluate("route => { location.hash = route }", route);
    }

    void awaitText(String text) {
        PlaywrightAssertions.assertThat(page.getByText(text).first())
                .isVisible(new IsVisibleOptions().setTimeout(60_000));
    }

    void shoot(String picture) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(picture + ".png")));
    }

    /** Without a violation of level A or AA. */
    void refuseViolations(String view) {
        var violations = new AxeBuilder(page).withTags(A_AND_AA).analyze().getViolations();
        assertThat(violations).as("axe on %s", view).isEmpty();
    }

    void speak(String language) {
        var other = page.locator("pages-head button[lang=" + language + "]");
        if (other.count() > 0) {
            // Also where it is not on top: behind a dialog, or on paper.
            other.dispatchEvent("click");
        }
    }

    @Override
    public void close() {
        context.close();
        playwright.close();
    }
}
