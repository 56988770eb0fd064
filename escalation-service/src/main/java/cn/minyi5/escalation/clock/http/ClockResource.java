package cn.minyi5.escalation.clock.http;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.Rung;
import cn.minyi5.escalation.clock.Blindness;
import cn.minyi5.escalation.clock.ClockQueries;
import cn.minyi5.escalation.clock.domain.ClockRun;
import cn.minyi5.escalation.clock.domain.ClockStatus;
import cn.minyi5.escalation.clock.domain.FiredRung;
import cn.minyi5.escalation.clock.domain.SlaClock.Light;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Cursor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Clocks by due moment, and whether the service sees, and so fires. */
@Path("/api")
class ClockResource {

    private static final String UUID_PATTERN = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    /** No clock runs for longer than a year; what is centuries away the database cannot add. */
    private static final Duration LONGEST_LOOK = Duration.ofDays(3660);

    private final ClockQueries clocks;
    private final Blindness blindness;
    private final CurrentActor actor;

    ClockResource(ClockQueries clocks, Blindness blindness, CurrentActor actor) {
        this.clocks = clocks;
        this.blindness = blindness;
        this.actor = actor;
    }

    /**
     * A run of a clock.
     *
     * @param light at the moment of asking, or when it stopped
     * @param allowed in ISO 8601, such as PT1H; hours on duty as natural time, nights and weekends included
     * @param nextRungAt absent when nothing will fire
     * @param rungs those that have fired, in their order
     */
    record ClockView(
            UUID workOrderId,
            String workOrderNumber,
            ClockKind clock,
            int dispatchNo,
            int round,
            String department,
            String gridCode,
            String categoryCode,
            boolean imported,
            ClockStatus.State state,
            Light light,
            Duration allowed,
            OffsetDateTime startedAt,
            OffsetDateTime dueAt,
            @Nullable OffsetDateTime stoppedAt,
            @Nullable OffsetDateTime nextRungAt,
            List<RungView> rungs) {

        static ClockView of(ClockRun run, Instant now) {
            var order = run.order();
            var clock = run.clock();
            return new ClockView(
                    order.workOrderId(),
                    order.workOrderNumber(),
                    run.kind(),
                    order.dispatchNo(),
                    order.round(),
                    order.department(),
                    order.gridCode(),
                    order.categoryCode(),
                    order.imported(),
                    clock.status().state(),
                    clock.lightAt(now),
                    clock.terms().allowed(),
                    CountyTime.at(clock.startedAt()),
                    CountyTime.at(clock.dueAt()),
                    clock.status().since().map(CountyTime::at).orElse(null),
                    run.nextRungAt().map(CountyTime::at).orElse(null),
                    run.fired().stream().map(RungView::of).toList());
        }
    }

    record RungView(Rung rung, OffsetDateTime rungAt, OffsetDateTime firedAt, boolean lateNoticed) {

        static RungView of(FiredRung fired) {
            return new RungView(
                    fired.rung(), CountyTime.at(fired.rungAt()), CountyTime.at(fired.firedAt()), fired.lateNoticed());
        }
    }

    @GET
    @Path("clocks")
    @RolesAllowed({Roles.SUPERVISOR, Roles.DISPATCHER, Roles.DEPARTMENT_HEAD, Roles.CLERK})
    @Operation(operationId = "listClocks", summary = "时钟，按到期时间 / Clocks, the next due first")
    public Uni<Page<ClockView>> list(
            @RestQuery("work-order") @Nullable String workOrder,
            @RestQuery @Nullable String department,
            @RestQuery("due-within") @Nullable String dueWithin,
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var isId = workOrder != null && workOrder.matches(UUID_PATTERN);
        var filter = new ClockQueries.Filter(
                isId ? UUID.fromString(workOrder) : null,
                isId ? null : workOrder,
                department,
                Refusal.ifUnreadable("clock.due-within-malformed", "due-within", dueWithin, ClockResource::foreseeable),
                Refusal.ifUnreadable("clock.state-unknown", "state", state, ClockStatus.State::valueOf));
        return clocks.list(filter, AccessScope.of(actor.get()), Cursor.parse(after), limit)
                .map(listed -> listed.page().map(run -> ClockView.of(run, listed.at())));
    }

    private static Duration foreseeable(String text) {
        var time = Duration.parse(text);
        if (time.abs().compareTo(LONGEST_LOOK) > 0) {
            throw new IllegalArgumentException("beyond " + LONGEST_LOOK);
        }
        return time;
    }

    @GET
    @Path("blindness")
    @RolesAllowed({
        Roles.SUPERVISOR,
        Roles.DISPATCHER,
        Roles.DEPARTMENT_HEAD,
        Roles.CLERK,
        Roles.ADMINISTRATOR,
        Roles.INTEGRATION
    })
    @Operation(operationId = "getBlindness", summary = "是否落后于事件 / How far the service is behind on events")
    public Uni<Blindness.Report> blindness() {
        return blindness.report();
    }
}
