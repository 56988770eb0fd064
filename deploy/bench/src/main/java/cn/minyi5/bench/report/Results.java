package cn.minyi5.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A directory with a file for each part, written when the part ends, and the page that they come to. */
public final class Results {
    private final Path dir;
    private final List<String> parts;

    /** @param parts in the order of the page */
    public Results(Path dir, List<String> parts) {
        this.dir = dir;
        this.parts = List.copyOf(parts);
    }

    /**
     * Replaces what the part came to the last time, and writes the page anew.
     *
     * @param measured which builds
     */
    public void keep(String part, String section, String measured) {
        var now = LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES);
        write(part + ".md", section.stripTrailing() + "\n\nMeasured on %s: %s.\n".formatted(now, measured));
        write("latest.md", page());
    }

    /** What the parts have come to, each at its last time. */
    public String page() {
        var page = new StringBuilder("# What came out\n\n")
                .append(Figures.markdown(List.of("machine", ""), Machine.rows(dir)));
        for (var part : parts) {
            var file = dir.resolve(part + ".md");
            page.append('\n').append(Files.exists(file) ? read(file) : "## %s\n\nNot measured.\n".formatted(part));
        }
        return page.toString();
    }

    public Path file() {
        return dir.resolve("latest.md");
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(dir);
            Files.writeString(dir.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
