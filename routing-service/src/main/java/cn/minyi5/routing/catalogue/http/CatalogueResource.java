package cn.minyi5.routing.catalogue.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.catalogue.CatalogueCommands;
import cn.minyi5.routing.catalogue.CatalogueVersions;
import cn.minyi5.routing.catalogue.CatalogueVersions.ExplanationView;
import cn.minyi5.routing.catalogue.CatalogueView;
import cn.minyi5.routing.catalogue.Departments;
import cn.minyi5.routing.catalogue.domain.Department;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import cn.minyi5.web.Command;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import cn.minyi5.web.ProblemTexts;
import cn.minyi5.web.sheet.CheckedRowsView;
import cn.minyi5.web.sheet.CsvSheet;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * 权责清单. Its versions, their rules and what they say, and the departments that can be responsible, for everybody who
 * works with it; new ones by administrators.
 */
@Path("/api")
@Authenticated
class CatalogueResource {

    private static final List<String> RULE_COLUMNS =
            List.of("category_prefix", "division_prefix", "lead", "assisting", "clause");

    private static final List<String> DEPARTMENT_COLUMNS = List.of("code", "name");

    private final CurrentActor currentActor;
    private final CatalogueCommands commands;
    private final CatalogueVersions versions;
    private final Departments departments;

    CatalogueResource(
            CurrentActor currentActor,
            CatalogueCommands commands,
            CatalogueVersions versions,
            Departments departments) {
        this.currentActor = currentActor;
        this.commands = commands;
        this.versions = versions;
        this.departments = departments;
    }

    @PUT
    @Path("departments")
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(
            operationId = "putDepartments",
            summary = "导入部门 / Departments and townships as CSV: code,name; good rows in, bad rows back")
    public Uni<CheckedRowsView> putDepartments(@NotNull InputStream body, @Context HttpHeaders headers) {
        var rows = CsvSheet.read(body, DEPARTMENT_COLUMNS);
        return departments
                .load(rows, currentActor.get().division())
                .map(checked -> CheckedRowsView.of(checked, headers));
    }

    @GET
    @Path("departments")
    @Operation(operationId = "listDepartments", summary = "部门列表 / Departments of one's jurisdiction, by code")
    public Uni<Page<Department>> listDepartments(
            @RestQuery @DefaultValue("") String after, @RestQuery @DefaultValue("200") @Min(1) @Max(500) int limit) {
        return departments.page(currentActor.get().division(), after, limit);
    }

    @POST
    @Path("catalogue-versions")
    @ResponseStatus(201)
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(
            operationId = "draftCatalogue",
            summary = "起草权责清单 / A new version as CSV: category_prefix,division_prefix,lead,assisting,clause")
    public Uni<CatalogueView> draft(
            @RestQuery("effective-from") @Nullable String effectiveFrom,
            @RestHeader("Idempotency-Key") @Nullable String key,
            @NotNull InputStream body,
            @Context HttpHeaders headers) {
        var day = CountyTime.asked(
                effectiveFrom,
                LocalDate::parse,
                () -> Refusal.invalid("catalogue.effective-from-malformed", "effective-from"));
        var sent = new DigestInputStream(body, DigestUtils.getSha256Digest());
        var rows = CsvSheet.read(sent, RULE_COLUMNS);
        var digest = HexFormat.of().formatHex(sent.getMessageDigest().digest());
        var command = new Command(currentActor.get(), "draft-catalogue/" + day, key, digest);
        return commands.draft(command, day, rows, ProblemTexts.language(headers.getAcceptableLanguages()));
    }

    @POST
    @Path("catalogue-versions/{version}/publish")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            operationId = "publishCatalogue",
            summary = "发布权责清单 / In force from its day on; publishing twice changes nothing")
    public Uni<CatalogueView> publish(@RestPath int version, @RestHeader("Idempotency-Key") @Nullable String key) {
        return commands.publish(new Command(currentActor.get(), "publish-catalogue/" + version, key, null), version);
    }

    @GET
    @Path("catalogue-versions")
    @Operation(operationId = "listCatalogueVersions", summary = "权责清单各版 / Versions, the newest first")
    public Uni<Page<CatalogueView>> list(
            @RestQuery @Nullable @Min(1) Integer after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return versions.page(currentActor.get().division(), after == null ? Integer.MAX_VALUE : after, limit);
    }

    /** @param place whose catalogue is asked for, inside one's jurisdiction; it is all of that where absent */
    @GET
    @Path("catalogue-versions/{version}/rules")
    @Operation(operationId = "listCatalogueRules", summary = "某版权责清单的条目 / The rules of a version, row by row")
    public Uni<Page<Responsibility>> rules(
            @RestPath int version,
            @RestQuery @Nullable String place,
            @RestQuery @DefaultValue("0") @Min(0) int after,
            @RestQuery @DefaultValue("200") @Min(1) @Max(500) int limit) {
        var mine = currentActor.get().division();
        var asked = place == null ? mine : new DivisionCode(place);
        if (!mine.contains(asked)) {
            throw Refusal.notFound("catalogue.unknown");
        }
        return versions.rules(version, asked, after, Page.oneMoreThan(limit))
                .map(found -> Page.of(found, limit, Responsibility::row, null));
    }

    @GET
    @Path("catalogue/explanations")
    @Operation(
            operationId = "explainCatalogue",
            summary = "权责解释 / Who answers for a category in a grid at a moment, and by which rule")
    public Uni<ExplanationView> explain(
            @RestQuery @NotBlank String category, @RestQuery @NotBlank String grid, @RestQuery @Nullable String at) {
        var place = new GridCode(grid);
        if (!currentActor.get().maySee(place)) {
            throw Refusal.notFound("catalogue.unknown");
        }
        return versions.explain(category, place, moment(at));
    }

    private static @Nullable Instant moment(@Nullable String at) {
        return at == null || at.isBlank()
                ? null
                : CountyTime.asked(at, OffsetDateTime::parse, () -> Refusal.invalid("moment.malformed", "at")
                                .with("value", at))
                        .toInstant();
    }
}
