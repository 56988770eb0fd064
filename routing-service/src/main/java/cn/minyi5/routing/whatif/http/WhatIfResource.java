package cn.minyi5.routing.whatif.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.whatif.WhatIf;
import cn.minyi5.routing.whatif.WhatIf.Months;
import cn.minyi5.routing.whatif.WhatIfView;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Cursor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.DISPATCHER, Roles.SUPERVISOR})
class WhatIfResource {

    /** As many orders as are grouped in a second or two. */
    private static final int MOST_MONTHS = 12;

    private final CurrentActor currentActor;
    private final WhatIf whatIf;

    WhatIfResource(CurrentActor currentActor, WhatIf whatIf) {
        this.currentActor = currentActor;
        this.whatIf = whatIf;
    }

    /** @param place whose catalogue is tried, inside one's jurisdiction; it is all of that where absent */
    @GET
    @Path("catalogue-versions/{version}/what-if")
    @Operation(
            operationId = "tryCatalogue",
            summary = "试算 / What this version would have done with the requests of these months, both included")
    public Uni<WhatIfView> of(
            @RestPath int version,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String place,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var first = month(from, "from");
        var last = to == null ? first : month(to, "to");
        if (last.isBefore(first) || !last.isBefore(first.plusMonths(MOST_MONTHS))) {
            throw malformed("to");
        }
        var months = new Months(inMine(place), first, last);
        return whatIf.of(version, months, Cursor.parse(after), limit);
    }

    private DivisionCode inMine(@Nullable String place) {
        var mine = currentActor.get().division();
        var asked = place == null ? mine : new DivisionCode(place);
        if (!mine.contains(asked)) {
            throw Refusal.notFound("catalogue.unknown");
        }
        return asked;
    }

    private static YearMonth month(@Nullable String value, String field) {
        return CountyTime.asked(value, YearMonth::parse, () -> malformed(field));
    }

    private static Refusal malformed(String field) {
        return Refusal.invalid("what-if.months-malformed", field).with("most", MOST_MONTHS);
    }
}
