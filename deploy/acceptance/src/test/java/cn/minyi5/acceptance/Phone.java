package cn.minyi5.acceptance;

import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A secretary's phone: a Chromium at 390×844 that keeps what it keeps, whatever becomes of its battery. */
final class Phone extends Browser {

    private static final List<String> LANGUAGES = List.of("zh", "en");

    private int taps;

    private Phone(Path kept, URI form, boolean signal, boolean watched) {
        super(
                kept,
                form,
                new LaunchPersistentContextOptions()
                        .setViewportSize(390, 844)
                        .setDeviceScaleFactor(2)
                        .setIsMobile(true)
                        .setHasTouch(true));
        signal(signal);
        var start = watched ? ColdStart.watched(context(), page()) : null;
        open();
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

    /** The page itself is on the phone, so that it opens without a signal. */
    void awaitKept() {
        page().evaluate("navigator.serviceWorker.ready.then(() => true)");
    }

    void chooseDay(LocalDate day) {
        page().getByLabel("日期").selectOption(day.toString());
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

    /** As it is seen, and below; in both languages; and without a violation of level A or AA. */
    void look(String view) {
        for (var language : LANGUAGES) {
            speak(language);
            look(view, language);
        }
        speak("zh");
    }

    void look(String view, String language) {
        page().waitForTimeout(200);
        picture(view, language);
        if (Boolean.TRUE.equals(page().evaluate("document.documentElement.scrollHeight > innerHeight + 40"))) {
            page().evaluate("scrollTo(0, document.documentElement.scrollHeight)");
            picture(view, language + "-below");
            page().evaluate("scrollTo(0, 0)");
        }
        refuseViolations(view + " in " + language);
    }

    /** As it comes out of a printer. */
    void lookAtPrint(String view) {
        for (var language : LANGUAGES) {
            page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            speak(language);
            page().waitForTimeout(200);
            page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            picture(view + "-printed", language);
        }
        page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        speak("zh");
    }

    private void picture(String view, String language) {
        shoot("phone-" + view + "-" + language);
    }

    /** Whatever the page asks for from now on is under way, and nothing was read before. */
    void keepWaiting() {
        page().evaluate(
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
        page().locator("select[id*=login-select]").selectOption(new SelectOption().setLabel(language));
        page().waitForLoadState();
    }
}
