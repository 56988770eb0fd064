package cn.minyi5.intake.training.http;

import cn.minyi5.access.Roles;
import cn.minyi5.intake.training.TrainingRecords;
import cn.minyi5.intake.training.domain.TrainingRecord;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import cn.minyi5.web.sheet.CheckedRowsView;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/training-records")
class TrainingResource {

    private final TrainingRecords records;
    private final CurrentActor actor;

    TrainingResource(TrainingRecords records, CurrentActor actor) {
        this.records = records;
        this.actor = actor;
    }

    @PUT
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(
            operationId = "loadTrainingRecords",
            summary = "导入培训记录 / Adds or corrects training records from a CSV file")
    public Uni<CheckedRowsView> load(@NotNull InputStream file, @Context HttpHeaders headers) {
        return records.load(file, actor.get().division()).map(checked -> CheckedRowsView.of(checked, headers));
    }

    @GET
    @RolesAllowed({Roles.SECRETARY, Roles.TEAM_LEADER, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "listTrainingRecords",
            summary = "培训记录 / Training records of one's team or jurisdiction, by date")
    public Uni<Page<TrainingRecord>> list(
            @RestQuery @Nullable String after, @RestQuery @DefaultValue("50") @Min(1) @Max(1000) int limit) {
        return records.page(after, limit, actor.get());
    }

    @GET
    @Path("sheet")
    @Produces("text/csv;charset=utf-8")
    @RolesAllowed({Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    @Operation(operationId = "downloadTrainingRecords", summary = "导出培训记录 / The same as CSV")
    public Uni<String> sheet() {
        return records.sheet(actor.get());
    }
}
