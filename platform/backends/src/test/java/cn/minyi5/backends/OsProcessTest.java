package cn.minyi5.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OsProcessTest {
    @TempDir
    Path dir;

    OsProcess process;

    @BeforeEach
    void name() {
        process = new OsProcess(dir, "shell");
    }

    @AfterEach
    void end() {
        process.kill9();
    }

    @Test
    @DisplayName("kill9 leaves nobody of the whole family")
    void kill9LeavesNobodyOfTheWholeFamily() {
        // Given
        start("sleep 1000 & sleep 1000 & wait");
        var parent = ProcessHandle.of(process.pid()).orElseThrow();
        await().until(() -> parent.children().count() == 2);
        var children = parent.children().map(ProcessHandle::pid).toList();
        // When
        process.kill9();
        // Then
        assertThat(process.isRunning()).isFalse();
        assertThat(children).noneMatch(LinuxProcess::isAlive);
    }

    @Test
    @DisplayName("whoever ignores a polite stop is killed when patience ends")
    void whoeverIgnoresAPoliteStopIsKilled() {
        start("trap '' TERM; echo deaf; while :; do sleep 1000; done");
        await().until(() -> Files.readString(process.log()).contains("deaf"));
        process.stop(Duration.ofMillis(200));
        assertThat(process.isRunning()).isFalse();
    }

    @Test
    @DisplayName("a paused process can be stopped politely")
    void aPausedProcessCanBeStoppedPolitely() {
        start("trap 'echo good-bye; exit' TERM; echo ready; while :; do sleep 0.05; done");
        await().until(() -> Files.readString(process.log()).contains("ready"));
        process.pause();
        var stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        await().until(() -> Files.readString(stat).contains(") T "));
        process.stop(Duration.ofSeconds(10));
        assertThat(process.log()).content().contains("good-bye");
    }

    @Test
    @DisplayName("another object for the same directory looks after the same process")
    void anotherObjectLooksAfterTheSameProcess() {
        start("sleep 1000");
        var other = new OsProcess(dir, "shell");
        assertThat(other.pid()).isEqualTo(process.pid());
        other.kill9();
        assertThat(process.isRunning()).isFalse();
    }

    @Test
    @DisplayName("a pid that now belongs to somebody else is left alone")
    void aPidThatNowBelongsToSomebodyElseIsLeftAlone() throws IOException {
        // Given
        start("sleep 1000");
        var stranger = process.pid();
        var words = Files.readString(dir.resolve("shell.pid")).strip().split(" ");
        Files.writeString(dir.resolve("old.pid"), words[0] + " " + (Long.parseLong(words[1]) - 1) + " " + words[2]);
        var old = new OsProcess(dir, "old");
        // When
        old.kill9();
        // Then
        assertThat(old.isRunning()).isFalse();
        assertThat(LinuxProcess.isAlive(stranger)).isTrue();
    }

    @Test
    @DisplayName("a command that ends while starting is reported with its last words")
    void aCommandThatEndsWhileStartingIsReported() {
        start("echo no such luck; exit 3");
        assertThatThrownBy(() -> process.awaitReady(Duration.ofSeconds(10), () -> "luck"))
                .hasMessageContaining("shell ended while starting")
                .hasMessageContaining("no such luck");
    }

    @Test
    @DisplayName("a process that was killed from outside has died, one that was ended has not")
    void aProcessThatWasKilledFromOutsideHasDied() {
        start("sleep 1000");
        assertThat(process.hasDied()).isFalse();
        ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly();
        await().until(process::hasDied);
        start("sleep 1000");
        assertThat(process.hasDied()).isFalse();
        process.kill9();
        assertThat(process.hasDied()).isFalse();
    }

    private void start(String script) {
        process.start(List.of("sh", "-c", script), Map.of());
    }
}
