package cn.minyi5.acceptance;

import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody's place at a desk: a screen of 1366×768 and a keyboard. */
final class DeskBrowser extends Browser {

    private static final int WIDE = 1366;
    private static final int HIGH = 768;
    private static final int NARROW = 390;
    private static final int TALL = 844;
    private static final int A4_WIDE = 794;
    private static final int A4_HIGH = 1123;

    DeskBrowser(Path kept, URI address) {
        super(kept, address, new LaunchPersistentContextOptions().setViewportSize(WIDE, HIGH));
        open();
    }

    /** One letter after the other, as on the keyboard. */
    void press(String... keys) {
        for (var key : keys) {
            page().keyboard().press(key);
        }
    }

    /** A letter that begins a form, until the form has the keyboard. */
    void begin(String key) {
        press(key);
        page().waitForFunction(
                        """
                        () => {
                          let at = document.activeElement;
                          while (at && at.tagName !== 'ACTION-FORM') {
                            at = at.shadowRoot?.activeElement;
                          }
                          return Boolean(at);
                        }""");
    }

    /** A list, once it has as many rows: the one before may show some of them too. */
    void list(String query, int rows) {
        go("#/orders?" + query);
        PlaywrightAssertions.assertThat(rows()).hasCount(rows);
    }

    /** An order beside its list, by its address. */
    void open(String state, String id, String number) {
        go("#/orders?state=" + state + "&open=" + id);
        page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(number))
                .waitFor();
    }

    void write(String text) {
        page().keyboard().insertText(text);
    }

    /** The row of an order, once it is on the list. */
    Locator row(String id) {
        return page().locator("order-row[data-id='" + id + "']");
    }

    Locator rows() {
        return page().locator("order-row");
    }

    /** The next answer to what is sent there is that nobody is logged in; and Keycloak knows nobody either. */
    void loginExpires(String addresses) {
        context().clearCookies();
        page().route(
                        addresses,
                        route -> route.fulfill(new Route.FulfillOptions().setStatus(401)),
                        new Page.RouteOptions().setTimes(1));
    }

    /** The server can do nothing for these addresses until the returned is run. */
    Runnable fail(String addresses) {
        page().route(addresses, route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        return () -> page().unroute(addresses);
    }

    /** Answers to these addresses wait until the returned is run. */
    Runnable hold(String addresses) {
        var held = new ArrayList<Route>();
        page().route(addresses, held::add);
        return () -> {
            page().unroute(addresses);
            held.forEach(Route::resume);
        };
    }

    /** On a screen and on a phone, in both languages, and without a violation of level A or AA. */
    void look(String view) {
        for (var language : List.of("zh", "en")) {
            speak(language);
            drawn();
            shoot("desk-%s-%s".formatted(view, language));
            refuseViolations(view + " in " + language);
            page().setViewportSize(NARROW, TALL);
            drawn();
            shoot("desk-%s-%s-narrow".formatted(view, language));
            if (language.equals("zh")) {
                refuseViolations(view + " on a phone");
            }
            page().setViewportSize(WIDE, HIGH);
        }
        speak("zh");
    }

    /** As it comes out of the printer, on A4. */
    void lookAtPaper(String view) {
        page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page().setViewportSize(A4_WIDE, A4_HIGH);
        for (var language : List.of("zh", "en")) {
            speak(language);
            drawn();
            shoot("desk-%s-%s-paper".formatted(view, language));
        }
        page().setViewportSize(WIDE, HIGH);
        page().emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
        speak("zh");
    }

    /** Until what was changed is on the screen. */
    private void drawn() {
        page().evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }
}
