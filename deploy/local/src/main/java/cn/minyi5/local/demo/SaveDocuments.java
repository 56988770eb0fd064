package cn.minyi5.local.demo;

import cn.minyi5.local.api.Api;
import cn.minyi5.local.api.County;
import cn.minyi5.local.stack.DemoPersons;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** A month's bulletin as Word document and spreadsheet, from notification into a directory. */
final class SaveDocuments {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Api notification;
    private final Path directory;
    private final Narration narration;

    SaveDocuments(County services, Path directory, Narration narration) {
        this.notification = services.notification(DemoPersons.SUPERVISOR);
        this.directory = directory;
        this.narration = narration;
    }

    void of(YearMonth month) {
        var document = Waiting.until(
                "the document of " + month,
                PATIENCE,
                () -> Pages.find(notification, "/api/documents?month=" + month, each -> each.path("written")
                        .asBoolean()));
        var id = document.path("id").asText();
        save(id, "docx", month);
        save(id, "xlsx", month);
    }

    /** Returns when the bulletin of each of those months is written. */
    void await(List<YearMonth> months) {
        Waiting.until("the documents of " + months.size() + " months", PATIENCE, () -> {
            var written = written(notification, months);
            narration.progress(written + " of " + months.size() + " bulletins are written");
            return Optional.of(written).filter(count -> count == months.size());
        });
    }

    /** How many bulletins of those months are written. */
    static long written(Api notification, List<YearMonth> months) {
        return Pages.all(notification, "/api/documents?limit=200").stream()
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
