package cn.minyi5.escalation.clock.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.clock.application.ClockFilter;
import cn.minyi5.escalation.clock.application.Clocks;
import cn.minyi5.escalation.clock.domain.Standing;
import cn.minyi5.escalation.paging.Keyset;
import cn.minyi5.escalation.sight.Sight;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Clocks by due moment. */
@Path("/api/clocks")
class ClockResource {

    private static final String UUID_PATTERN = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final Clocks clocks;
    private final CurrentActor actor;

    ClockResource(Clocks clocks, CurrentActor actor) {
        this.clocks = clocks;
        this.actor = actor;
    }

    @GET
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
        var filter = new ClockFilter(
                isId ? UUID.fromString(workOrder) : null,
                isId ? null : workOrder,
                department,
                duration(dueWithin),
                state(state),
                Keyset.parse(after),
                limit);
        return clocks.list(filter, Sight.of(actor.get())).map(listed -> page(listed, limit));
    }

    private static Page<ClockView> page(Clocks.Listed listed, int limit) {
        var runs = listed.runs();
        var last = runs.size() < limit ? null : runs.get(runs.size() - 1);
        return new Page<>(
                runs.stream().map(run -> ClockView.of(run, listed.at())).toList(),
                last == null ? null : new Keyset(last.clock().dueAt(), last.id().toString()).toString(),
                listed.total());
    }

    private static @Nullable Duration duration(@Nullable String text) {
        try {
            return text == null ? null : Duration.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid("clock.due-within-malformed", "due-within").with("value", text);
        }
    }

    private static Standing.@Nullable State state(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(Standing.State.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.invalid("clock.state-unknown", "state").with("value", text));
    }
}
