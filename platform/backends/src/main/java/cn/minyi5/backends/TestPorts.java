package cn.minyi5.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The file that says where a set of test backends lives: its directory and its ports. */
final class TestPorts {
    private final Path file;
    private final Properties entries = new Properties();

    private TestPorts(Path file) {
        this.file = file;
    }

    /** Reads the file, or chooses ports and writes it. */
    static TestPorts keptIn(Path file) {
        var ports = new TestPorts(file);
        try {
            if (Files.exists(file)) {
                ports.read();
            } else {
                ports.write();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ports;
    }

    int of(String name) {
        return Integer.parseInt(entries.getProperty(name + ".port"));
    }

    private void read() throws IOException {
        try (var in = Files.newBufferedReader(file)) {
            entries.load(in);
        }
    }

    private void write() throws IOException {
        for (var name : new String[] {"postgres", "kafka", "kafka-controller", "keycloak"}) {
            entries.setProperty(name + ".port", Integer.toString(FreePorts.next()));
        }
        Files.createDirectories(file.getParent());
        try (var out = Files.newBufferedWriter(file)) {
            entries.store(out, null);
        }
    }
}
