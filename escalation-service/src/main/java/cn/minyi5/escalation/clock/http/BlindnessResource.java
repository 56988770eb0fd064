package cn.minyi5.escalation.clock.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.escalation.clock.Blindness;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whether the service sees, and so fires. */
@Path("/api/blindness")
class BlindnessResource {

    private static final double MILLIS = 1000;

    private final Blindness blindness;

    BlindnessResource(Blindness blindness) {
        this.blindness = blindness;
    }

    record BlindnessView(boolean blind, List<PartitionView> partitions, long heldOrders) {}

    record PartitionView(String topic, int partition, OffsetDateTime seenUpTo, double behindSeconds) {}

    @GET
    @RolesAllowed({
        Roles.SUPERVISOR,
        Roles.DISPATCHER,
        Roles.DEPARTMENT_HEAD,
        Roles.CLERK,
        Roles.ADMINISTRATOR,
        Roles.INTEGRATION
    })
    @Operation(operationId = "getBlindness", summary = "是否落后于事件 / How far the service is behind on events")
    public Uni<BlindnessView> get() {
        return blindness
                .report()
                .map(report -> new BlindnessView(
                        report.blind(),
                        report.partitions().stream()
                                .map(BlindnessResource::view)
                                .toList(),
                        report.heldOrders()));
    }

    private static PartitionView view(Blindness.Lag lag) {
        return new PartitionView(
                lag.topic(),
                lag.partition(),
                CountyTime.at(lag.seenUpTo()),
                lag.behind().toMillis() / MILLIS);
    }
}
