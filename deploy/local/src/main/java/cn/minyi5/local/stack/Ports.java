package cn.minyi5.local.stack;

import cn.minyi5.backends.FreePorts;
import cn.minyi5.backends.Secrets;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.ToIntFunction;

/** The TCP ports of one stack. */
public record Ports(Map<Port, Integer> numbers) {
    /** Services from 8101, Keycloak at 8180. */
    public static final int DEFAULT_BASE = 8100;

    /** @param base 1 to 65000 */
    public static Ports from(int base) {
        return each(port -> port.from(base));
    }

    /** Ports that nobody uses now: for tests. */
    public static Ports free() {
        return each(port -> FreePorts.next());
    }

    static Ports each(ToIntFunction<Port> number) {
        var numbers = new EnumMap<Port, Integer>(Port.class);
        for (var port : Port.values()) {
            numbers.put(port, number.applyAsInt(port));
        }
        return new Ports(numbers);
    }

    /** Those of the last {@code up} in that home, if there was one. */
    public static Optional<Ports> keptIn(Path home) {
        var file = file(home);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try (var in = Files.newBufferedReader(file)) {
            var kept = new Properties();
            kept.load(in);
            // A port that an earlier stack did not have gets its usual number.
            return Optional.of(each(port ->
                    Integer.parseInt(kept.getProperty(port.label(), Integer.toString(port.from(DEFAULT_BASE))))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int of(Port port) {
        return numbers.get(port);
    }

    void keepIn(Path home) {
        var kept = new Properties();
        numbers.forEach((port, number) -> kept.setProperty(port.label(), number.toString()));
        try (var text = new StringWriter()) {
            kept.store(text, null);
            Secrets.writePrivately(file(home), text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path home) {
        return home.resolve("ports.properties");
    }
}
