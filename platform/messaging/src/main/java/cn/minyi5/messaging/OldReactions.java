package cn.minyi5.messaging;

import cn.minyi5.contracts.Event;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reactions of the old kind, one event at a time, as reactions to lists; goes with the last of them. */
public final class OldReactions {

    private final List<Consumer<Reactions>> all = new ArrayList<>();

    public static <E extends Event> OldReactions on(Class<E> type, OldReaction<E> reaction) {
        return new OldReactions().and(type, reaction);
    }

    public <E extends Event> OldReactions and(Class<E> type, OldReaction<E> reaction) {
        all.add(reactions -> reactions.to(type, (received, now) -> Multi.createFrom()
                .iterable(received)
                .onItem()
                .transformToUniAndConcatenate(one -> each(one, reaction))
                .collect()
                .last()
                .replaceWithVoid()));
        return this;
    }

    public Reactions in(Reactions reactions) {
        all.forEach(one -> one.accept(reactions));
        return reactions;
    }

    private static <E extends Event> Uni<Void> each(Received<E> received, OldReaction<E> reaction) {
        var unit = UnitOfWork.current();
        var tx = new Transaction(OldConnection.of(unit.connection()), unit.now(), received.traceparent());
        return reaction.to(
                        new OldReceived<>(
                                received.id(),
                                received.event(),
                                received.happenedAt(),
                                received.topic(),
                                received.partition()),
                        tx)
                .invoke(() -> {
                    if (tx.isAnnouncing()) {
                        unit.wakes();
                    }
                });
    }
}
