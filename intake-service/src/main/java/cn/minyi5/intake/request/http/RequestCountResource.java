package cn.minyi5.intake.request.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.MonthRange;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.application.CountRequests;
import cn.minyi5.intake.request.domain.RequestCounts;
import cn.minyi5.web.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/request-counts")
class RequestCountResource {

    private final CountRequests countRequests;
    private final CurrentActor actor;

    RequestCountResource(CountRequests countRequests, CurrentActor actor) {
        this.countRequests = countRequests;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({Roles.SECRETARY, Roles.TEAM_LEADER, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "countRequests",
            summary = "按走访时间计数 / Requests of whole months by visit time; months as 2021-10, both included")
    public Uni<RequestCounts> count(@RestQuery @Nullable String from, @RestQuery @Nullable String to) {
        return countRequests.handle(new MonthRange(month(from, "from"), month(to, "to")), actor.get());
    }

    private static YearMonth month(@Nullable String value, String field) {
        if (value == null) {
            throw Refusal.invalid("months.malformed", field);
        }
        try {
            return YearMonth.parse(value);
        } catch (DateTimeException e) {
            throw Refusal.invalid("months.malformed", field);
        }
    }
}
