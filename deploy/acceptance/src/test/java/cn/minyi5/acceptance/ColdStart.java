package cn.minyi5.acceptance;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the browser itself writes down while the page starts, kept in {@code target/traces} to be looked at; ADR 0030 says
 * the figure. The page counts as usable once a visit can be started.
 */
final class ColdStart {

    private static final Path TRACE = Path.of("target", "traces", "phone-cold-start.json");

    private static final String MARK_USABLE =
            """
            (function look() {
              const today = document.querySelector('phone-form')?.shadowRoot?.querySelector('today-view');
              if (today?.shadowRoot?.querySelector('pages-bottom')) { performance.mark('usable'); }
              else { requestAnimationFrame(look); }
            })()""";

    private final Page page;
    private final CDPSession session;
    private final JsonArray events = new JsonArray();
    private final AtomicBoolean complete = new AtomicBoolean();

    private ColdStart(BrowserContext context, Page page) {
        this.page = page;
        this.session = context.newCDPSession(page);
        session.on("Tracing.dataCollected", data -> events.addAll(data.getAsJsonArray("value")));
        session.on("Tracing.tracingComplete", data -> complete.set(true));
    }

    /** To be called before the page is opened. */
    static ColdStart watched(BrowserContext context, Page page) {
        var start = new ColdStart(context, page);
        page.addInitScript(MARK_USABLE);
        var wanted = new JsonObject();
        wanted.addProperty("categories", "loading,blink.user_timing,devtools.timeline");
        start.session.send("Tracing.start", wanted);
        return start;
    }

    /** Once the page is usable. */
    void keep() {
        // No script of ours may run within the page's policy but by the browser's own console.
        page.waitForCondition(
                () -> Boolean.TRUE.equals(page.evaluate("performance.getEntriesByName('usable').length > 0")));
        session.send("Tracing.end");
        page.waitForCondition(complete::get);
        var trace = new JsonObject();
        trace.add("traceEvents", events);
        try {
            Files.createDirectories(TRACE.getParent());
            Files.writeString(TRACE, trace.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
