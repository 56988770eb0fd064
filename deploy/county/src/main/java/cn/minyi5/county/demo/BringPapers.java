package cn.minyi5.county.demo;

import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.County;
import cn.minyi5.county.history.DemoHistory;
import cn.minyi5.county.history.DemoPapers;

/** 历史公文. The notices and special reports of the history, under their numbers. Bringing them again changes nothing. */
final class BringPapers {
    private final County services;
    private final DemoHistory history;
    private final Narration narration;

    BringPapers(County services, DemoHistory history, Narration narration) {
        this.services = services;
        this.history = history;
        this.narration = narration;
    }

    void run() {
        narration.chapter("带来历史公文 / papers brought along");
        var answer = services.escalation(DemoPersons.ADMINISTRATOR).putCsv("/api/past-papers", DemoPapers.csv(history));
        if (!answer.path("refused").isEmpty()) {
            throw new DemoFailed("papers were refused: " + answer.path("refused"));
        }
        narration.say("%s papers: %d notices, %d special reports"
                .formatted(answer.path("accepted"), DemoPapers.NOTICES, DemoPapers.SPECIAL_REPORTS));
    }
}
