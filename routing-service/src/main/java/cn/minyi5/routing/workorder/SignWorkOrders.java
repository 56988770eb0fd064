package cn.minyi5.routing.workorder;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.workorder.DueTimes.Due;
import cn.minyi5.routing.workorder.domain.Action;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.routing.workorder.domain.Transition;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import cn.minyi5.web.Command;
import cn.minyi5.web.Idempotency;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 批量签收. What has come in is signed in one go and in one transaction, each order for itself: one that cannot be signed is
 * answered with the reason and keeps nobody else from it.
 */
@ApplicationScoped
public class SignWorkOrders {

    private final Idempotency idempotency;
    private final WorkOrders workOrders;
    private final DueTimes dueTimes;

    SignWorkOrders(Idempotency idempotency, WorkOrders workOrders, DueTimes dueTimes) {
        this.idempotency = idempotency;
        this.workOrders = workOrders;
        this.dueTimes = dueTimes;
    }

    /** @param version that was seen, or null if that is not said */
    public record Wanted(UUID id, @Nullable Integer version) {}

    /** In the order in which they were asked for, each once. */
    public record Signatures(List<Signature> signatures) {

        /** @param detail what a code means to people */
        public Signatures told(UnaryOperator<Refused> detail) {
            return new Signatures(signatures.stream()
                    .map(one ->
                            one.refused() == null ? one : new Signature(one.id(), null, detail.apply(one.refused())))
                    .toList());
        }
    }

    /** @param workOrder as it is after it was signed, as lists show it; absent where it was not */
    public record Signature(UUID id, @Nullable WorkOrderView workOrder, @Nullable Refused refused) {}

    /**
     * @param code as problems have it
     * @param detail the same in words
     * @param state in which the order is instead; absent if there is none for these eyes
     * @param version that it has instead
     */
    public record Refused(String code, @Nullable String detail, @Nullable State state, @Nullable Integer version) {}

    private record Attempted(UUID id, @Nullable Transition transition, @Nullable Refused refused) {

        Stream<Transition> taken() {
            return Stream.ofNullable(transition);
        }

        Signature signature(Map<UUID, Due> due) {
            return transition == null
                    ? new Signature(id, null, refused)
                    : new Signature(
                            id, WorkOrderView.listed(transition.order(), due.getOrDefault(id, Due.UNKNOWN)), null);
        }
    }

    public Uni<Signatures> sign(Command command, List<Wanted> wanted) {
        var permissions = new Permissions(command.actor());
        Action.SIGN.requireRole(command.actor().roles());
        var ids = wanted.stream().map(Wanted::id).distinct().toList();
        return idempotency.once(command, Signatures.class, now -> workOrders
                .locked(ids)
                .flatMap(known -> workOrders.moment().map(at -> ids.stream()
                        .map(id -> attempt(permissions, id, known.get(id), versionIn(wanted, id), at))
                        .toList()))
                .call(this::store)
                .flatMap(attempts -> dueTimes.of(ids)
                        .map(due -> new Signatures(
                                attempts.stream().map(one -> one.signature(due)).toList()))));
    }

    private static @Nullable Integer versionIn(List<Wanted> wanted, UUID id) {
        return wanted.stream()
                .filter(one -> one.id().equals(id))
                .map(Wanted::version)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Attempted attempt(
            Permissions permissions, UUID id, @Nullable WorkOrder order, @Nullable Integer seen, Instant at) {
        if (order == null || !permissions.sees(order)) {
            return new Attempted(id, null, new Refused("work-order.unknown", null, null, null));
        }
        try {
            return new Attempted(id, order.sign(permissions.deed(order, seen, at)), null);
        } catch (Refusal refusal) {
            return new Attempted(id, null, new Refused(refusal.code(), null, order.state(), order.version()));
        }
    }

    private Uni<Void> store(List<Attempted> attempts) {
        var taken = attempts.stream().flatMap(Attempted::taken).toList();
        taken.forEach(workOrders::announce);
        return taken.isEmpty() ? Uni.createFrom().voidItem() : workOrders.update(taken);
    }
}
