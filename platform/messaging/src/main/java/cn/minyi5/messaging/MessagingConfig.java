package cn.minyi5.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a service takes part in the conversation. */
@ConfigMapping(prefix = "minyi5.messaging")
public interface MessagingConfig {

    /** The service's name, such as {@code routing}. */
    String source();

    /** The topics this service owns and makes promises about. */
    List<String> topics();

    String bootstrapServers();

    /** Put before every topic and group, for several installations on one cluster. */
    Optional<String> prefix();

    /** 3 in a cluster; 1 is all that a single broker can do. */
    @WithDefault("1")
    short replication();

    /**
     * What is committed within this time is sent together; and how long an idle relay waits, ten times as long when nothing
     * comes, before it looks for what other copies wrote.
     */
    @WithDefault("PT0.02S")
    Duration poll();

    /** How often the relay makes a promise; readers are at most this much behind. */
    @WithDefault("PT1S")
    Duration watermark();

    /** How often a copy without the turn asks for it. */
    @WithDefault("PT0.5S")
    Duration turn();

    /** A row under way for longer ends the relay's turn: acks come in milliseconds, also from a busy broker. */
    @WithDefault("PT30S")
    Duration longestUnderWay();

    /** Readiness says no when an event waits for longer: unsent in the outbox, or heard and not handled. */
    @WithDefault("PT20S")
    Duration longestWait();

    /** How often what was logged is linked to the chain: what is not linked yet could still be taken away unnoticed. */
    @WithDefault("PT1S")
    Duration seal();

    /** How long an event waits for the one it needs before it is a dead letter: a restart with its backlog takes minutes. */
    @WithDefault("PT15M")
    Duration longestEarly();

    /**
     * The division that contains all places of this installation, by default the demo county: its administrators see the
     * dead letters of which nobody can tell whose they are. With several counties, what contains them all.
     */
    @WithDefault("370828")
    String division();

    /** How often each path is walked before the service says that it is ready. */
    @WithDefault("100")
    int rehearsals();
}
