package cn.minyi5.messaging;

import io.smallrye.mutiny.Uni;

/** One consumer group of a service: a bean of this type is run by the inbox, and is the only way to hear events. */
public interface EventConsumer {

    /** Stable name such as {@code routing.requests}; its dead letters go to {@code <group>.dead-letters}. */
    String group();

    Reactions reactions();

    /** Called, in order with the events of the partition, whenever the sender vouches for a moment. */
    default Uni<Void> seenUpTo(Watermark watermark, Transaction tx) {
        return Uni.createFrom().voidItem();
    }

    /** Whether {@link #seenUpTo} does anything: spares the others a transaction a second and partition. */
    default boolean wantsWatermarks() {
        return false;
    }
}
