package cn.minyi5.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path home;

    @Test
    void areGeneratedOnceAndFoundAgain() {
        var secrets = Secrets.keptIn(home);
        var password = secrets.password("administrator");

        assertThat(password).matches("[A-Za-z0-9_-]{16}");
        assertThat(secrets.password("administrator")).isEqualTo(password);
        assertThat(secrets.password("supervisor")).isNotEqualTo(password);
        assertThat(Secrets.keptIn(home).password("administrator")).isEqualTo(password);
    }

    @Test
    void aKeyHas32Bytes() {
        var key = Secrets.keptIn(home).key("privacy-master-key");

        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(Secrets.keptIn(home).key("privacy-master-key")).isEqualTo(key);
    }

    @Test
    void oneThatIsOutOfUseIsForgotten() {
        var secrets = Secrets.keptIn(home);
        secrets.set("former", "known");
        assertThat(Secrets.keptIn(home).find("former")).isEqualTo("known");

        secrets.set("former", null);

        assertThat(Secrets.keptIn(home).find("former")).isNull();
    }

    @Test
    void onlyTheirOwnerReadsThem() throws IOException {
        Secrets.keptIn(home).password("administrator");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(home)) {
            assertThat(files).hasSize(1);
        }
    }
}
