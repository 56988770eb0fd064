package cn.minyi5.county.demo;

import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.Api;
import cn.minyi5.county.api.ApiRefusal;
import cn.minyi5.county.api.County;
import cn.minyi5.county.history.VisitDays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** 通报. Issues the bulletins of months that have none yet, and saves a month's as Word document and spreadsheet. */
final class Bulletins {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Api escalation;
    private final Api notification;
    private final Path directory;
    private final Narration narration;

    Bulletins(County services, Narration narration) {
        this.escalation = services.escalation(DemoPersons.SUPERVISOR);
        this.notification = services.notification(DemoPersons.SUPERVISOR);
        this.directory = services.home().resolve("documents");
        this.narration = narration;
    }

    void issueHistory() {
        narration.chapter("逐月通报 / the monthly bulletins");
        var months = VisitDays.months();
        var issued = issued();
        var missing = months.stream()
                .filter(month -> !issued.contains(month.toString()))
                .toList();
        missing.forEach(this::issueOne);
        narration.say("%d issued now, %d were there already".formatted(missing.size(), months.size() - missing.size()));
    }

    private List<String> issued() {
        return escalation.all("/api/bulletins").stream()
                .map(bulletin -> bulletin.path("month").asText())
                .collect(Collectors.toList());
    }

    private void issueOne(YearMonth month) {
        try {
            var bulletin = escalation.post("/api/bulletins", Map.of("month", month.toString()));
            narration.say("   %s: %s, %s rows, SHA-256 %.16s…"
                    .formatted(
                            month,
                            bulletin.path("number").asText(),
                            bulletin.path("rows").asText(),
                            bulletin.path("rowsSha256").asText()));
        } catch (ApiRefusal e) {
            if (!e.code().equals("bulletin.already-issued")) {
                throw e;
            }
            narration.say("   " + month + " was issued by somebody else meanwhile");
        }
    }

    void saveDocuments(YearMonth month) {
        var document = Waiting.until(
                "the document of " + month,
                PATIENCE,
                () -> notification.find("/api/documents?month=" + month, each -> each.path("written")
                        .asBoolean()));
        var id = document.path("id").asText();
        save(id, "docx", month);
        save(id, "xlsx", month);
    }

    /** Returns when the bulletin of each of those months is written. */
    void awaitDocuments(List<YearMonth> months) {
        Waiting.until("the documents of " + months.size() + " months", PATIENCE, () -> {
            var written = written(notification, months);
            narration.progress(written + " of " + months.size() + " bulletins are written");
            return Optional.of(written).filter(count -> count == months.size());
        });
    }

    /** How many bulletins of those months are written. */
    static long written(Api notification, List<YearMonth> months) {
        return notification.all("/api/documents?limit=200").stream()
                .filter(document -> document.path("written").asBoolean())
                .map(document -> YearMonth.parse(document.path("month").asText()))
                .filter(months::contains)
                .distinct()
                .count();
    }

    private void save(String id, String kind, YearMonth month) {
        var file = directory.resolve("bulletin-" + month + "." + kind);
        try {
            Files.createDirectories(directory);
            var bytes = notification.download("/api/documents/" + id + "/" + kind);
            Files.write(file, bytes);
            narration.say("   %s, %d KB".formatted(file, bytes.length / 1024));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
