package cn.minyi5.messaging;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** A path that people wait on, walked before the service says that it is ready, within a transaction that is rolled back. */
public interface Rehearsed {

    Uni<Void> rehearse(Instant now);
}
