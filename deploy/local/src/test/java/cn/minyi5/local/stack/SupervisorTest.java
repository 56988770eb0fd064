package cn.minyi5.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.backends.Durability;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    @TempDir
    private Path home;

    @Test
    void whateverIsThrownForOnePartTheOthersAreLookedAfter() {
        var lookedAfter = new ArrayList<String>();

        Supervisor.forEach(List.of("postgres", "kafka", "intake"), part -> {
            if (part.equals("postgres")) {
                throw new NoClassDefFoundError("gone with a build");
            }
            if (part.equals("kafka")) {
                throw new IllegalStateException("no port");
            }
            lookedAfter.add(part);
        });

        assertThat(lookedAfter).containsExactly("intake");
    }

    @Test
    void whatWasKilledFromOutsideIsStartedAgainAndWhatWasStoppedIsNot() {
        var stack = Stack.at(home, Ports.free(), Durability.FAST);
        var supervisor = new Supervisor(stack);
        stack.start(Stack.MAIL);
        var pid = stack.process(Stack.MAIL).pid();

        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        await().until(stack.process(Stack.MAIL)::hasDied);
        supervisor.look();
        assertThat(stack.process(Stack.MAIL).pid()).isNotEqualTo(pid);

        stack.stop(Stack.MAIL);
        supervisor.look();
        assertThat(stack.isRunning(Stack.MAIL)).isFalse();
    }

    @Test
    void whatItHasStartedAgainOutlivesIt() {
        var stack = Stack.at(home, Ports.free(), Durability.FAST);
        stack.ports().keepIn(home);
        stack.start(Stack.MAIL);
        var pid = stack.process(Stack.MAIL).pid();
        stack.supervisor().start();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        await().until(() ->
                stack.isRunning(Stack.MAIL) && stack.process(Stack.MAIL).pid() != pid);

        stack.supervisor().stop();
        assertThat(stack.isRunning(Stack.MAIL)).isTrue();
        stack.stop(Stack.MAIL);
    }
}
