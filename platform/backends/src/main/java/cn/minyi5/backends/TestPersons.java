package cn.minyi5.backends;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** One person of each role; what they may see is theirs, their passwords are random and kept in a file. */
final class TestPersons {
    private static final String COUNTY = "370828";
    private static final String TOWNSHIP = "370828101";
    private static final String DEPARTMENT = "housing";
    private static final String TEAM = "370828101001001";

    private final Path file;
    private final Properties passwords = new Properties();

    TestPersons(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            read();
        }
    }

    List<Person> all() {
        var persons = List.of(
                person("secretary", TOWNSHIP, null, TEAM, "秘书"),
                person("team-leader", TOWNSHIP, null, TEAM, "队长"),
                person("clerk", COUNTY, DEPARTMENT, null, "办事员"),
                person("department-head", COUNTY, DEPARTMENT, null, "负责人"),
                person("dispatcher", COUNTY, null, null, "批办员"),
                person("supervisor", COUNTY, null, null, "督办员"),
                person("administrator", COUNTY, null, null, "管理员"));
        write();
        return persons;
    }

    /** A random secret of that name, the same every time. */
    String password(String name) {
        return (String) passwords.computeIfAbsent(name, absent -> Secrets.random());
    }

    private Person person(
            String role, String division, @Nullable String department, @Nullable String team, String displayName) {
        return new Person(role, password(role), List.of(role), division, department, team, displayName);
    }

    private void read() {
        try (var in = Files.newBufferedReader(file)) {
            passwords.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        try {
            var text = new StringWriter();
            passwords.store(text, null);
            Files.createDirectories(file.getParent());
            Secrets.writePrivately(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
