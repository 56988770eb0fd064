package cn.minyi5.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackSecretsTest {
    @TempDir
    private Path home;

    @Test
    void areGeneratedOnceAndFoundAgain() {
        var secrets = StackSecrets.keptIn(home);
        var password = secrets.password("administrator");

        assertThat(password).matches("[A-Za-z0-9_-]{16}");
        assertThat(secrets.password("administrator")).isEqualTo(password);
        assertThat(secrets.password("supervisor")).isNotEqualTo(password);
        assertThat(StackSecrets.keptIn(home).password("administrator")).isEqualTo(password);
    }

    @Test
    void aKeyHas32Bytes() {
        var key = StackSecrets.keptIn(home).key("privacy-master-key");

        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(StackSecrets.keptIn(home).key("privacy-master-key")).isEqualTo(key);
    }

    @Test
    void onlyTheirOwnerReadsThem() throws IOException {
        StackSecrets.keptIn(home).password("administrator");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(home)) {
            assertThat(files).hasSize(1);
        }
    }
}
