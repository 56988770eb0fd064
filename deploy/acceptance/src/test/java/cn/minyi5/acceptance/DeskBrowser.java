package cn.minyi5.acceptance;

import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Locator;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Somebody's place at a desk: a screen of 1366×768 and a keyboard. */
final class DeskBrowser extends Browser {

    private static final int WIDE = 1366;
    private static final int HIGH = 768;
    private static final int NARROW = 390;
    private static final int TALL = 844;

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

    void write(String text) {
        page().keyboard().insertText(text);
    }

    /** The row of an order, once it is on the list. */
    Locator row(String id) {
        return page().locator("order-row[data-id='" + id + "']");
    }

    /** On a screen and on a phone, in both languages, and without a violation of level A or AA. */
    void look(String view) {
        for (var language : List.of("zh", "en")) {
            speak(language);
            page().waitForTimeout(150);
            shoot("desk-%s-%s".formatted(view, language));
            refuseViolations(view + " in " + language);
            page().setViewportSize(NARROW, TALL);
            page().waitForTimeout(150);
            shoot("desk-%s-%s-narrow".formatted(view, language));
            if (language.equals("zh")) {
                refuseViolations(view + " on a phone");
            }
            page().setViewportSize(WIDE, HIGH);
        }
        speak("zh");
    }
}
