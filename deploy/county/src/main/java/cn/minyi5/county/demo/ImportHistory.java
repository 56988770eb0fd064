package cn.minyi5.county.demo;

import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.Api;
import cn.minyi5.county.api.ApiRefusal;
import cn.minyi5.county.api.County;
import cn.minyi5.county.history.DemoHistory;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The history into intake, and then into everybody who hears of it by events. Importing it again doubles nothing. */
final class ImportHistory {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final County services;
    private final DemoHistory history;
    private final Narration narration;

    ImportHistory(County services, DemoHistory history, Narration narration) {
        this.services = services;
        this.history = history;
        this.narration = narration;
    }

    void run() {
        narration.chapter("导入历史（生成的） / importing the generated history");
        var done = imported();
        narration.say("%s accepted, %s already there, %s refused"
                .formatted(done.path("accepted"), done.path("alreadyThere"), done.path("refused")));
        if (done.path("refused").asInt() > 0) {
            var rows = services.intake(DemoPersons.ADMINISTRATOR)
                    .download("/api/imports/" + done.path("id").asText() + "/refused-rows");
            throw new DemoFailed("rows were refused:\n" + new String(rows, StandardCharsets.UTF_8));
        }
        narration.chapter("各服务消化历史 / routing and escalation work it off");
        Waiting.until("routing and escalation to know the whole history", PATIENCE, this::known);
        // A county that waits gets its suggestions in the night; the demo's desk has them within minutes.
        services.routing(DemoPersons.ADMINISTRATOR)
                .post("/api/suggestion-models", Map.of(), "suggestions of the history");
    }

    private JsonNode imported() {
        var intake = services.intake(DemoPersons.ADMINISTRATOR);
        var id = Waiting.until("intake to know the catalogue", PATIENCE, () -> started(intake));
        return Waiting.until("the import", PATIENCE, () -> {
            var state = intake.get("/api/imports/" + id);
            narration.progress("%5d of %d rows"
                    .formatted(handled(state), state.path("rows").asInt()));
            return Optional.of(state).filter(each -> each.path("state").asText().equals("DONE"));
        });
    }

    /** The id of the import; empty as long as intake has not heard of the catalogue that was published just now. */
    private Optional<String> started(Api intake) {
        var cutOver = URLEncoder.encode(DemoHistory.CUT_OVER, StandardCharsets.UTF_8);
        try {
            var started =
                    intake.postCsv("/api/imports?source=" + DemoHistory.SOURCE + "&cut-over=" + cutOver, history.csv());
            return Optional.of(started.path("id").asText());
        } catch (ApiRefusal e) {
            if (!e.code().equals("import.catalogue-unknown")) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static int handled(JsonNode state) {
        return state.path("accepted").asInt()
                + state.path("alreadyThere").asInt()
                + state.path("refused").asInt();
    }

    private Optional<Boolean> known() {
        var expected = history.figures();
        var orders = Figures.ordersOfHistory(services);
        var figures = Figures.ofHistory(services);
        narration.progress("routing %d work orders; escalation %d requests, %d sign and %d reply clocks, %d follow-ups"
                .formatted(
                        orders,
                        figures.count("collected"),
                        figures.denominator("sign-on-time-rate"),
                        figures.denominator("reply-on-time-rate"),
                        figures.denominator("solved-rate")));
        return Optional.of(true)
                .filter(known -> orders >= expected.forwarded()
                        && figures.count("collected") >= expected.collected()
                        && figures.denominator("sign-on-time-rate") >= expected.dueSigns()
                        && figures.denominator("reply-on-time-rate") >= expected.dueReplies()
                        && figures.denominator("solved-rate") >= expected.answered());
    }
}
