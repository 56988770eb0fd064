package cn.minyi5.routing.catalogue.http;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.routing.catalogue.CatalogueVersions;
import cn.minyi5.routing.catalogue.CatalogueView;
import cn.minyi5.routing.catalogue.CataloguesInForce;
import cn.minyi5.routing.catalogue.ExplanationView;
import cn.minyi5.routing.catalogue.RuleSheet;
import cn.minyi5.routing.catalogue.domain.Matter;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import cn.minyi5.web.sheet.CsvSheet;
import cn.minyi5.web.sheet.XlsxSheet;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** 权责清单. Its versions, their rules and what they say, for everybody who works with it. */
@Path("/api")
@Authenticated
class CatalogueResource {

    private final CurrentActor currentActor;
    private final CatalogueVersions versions;
    private final CataloguesInForce inForce;

    CatalogueResource(CurrentActor currentActor, CatalogueVersions versions, CataloguesInForce inForce) {
        this.currentActor = currentActor;
        this.versions = versions;
        this.inForce = inForce;
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
        return versions.rules(version, inMine(place), after, Page.oneMoreThan(limit))
                .map(found -> Page.of(found, limit, Responsibility::row, null));
    }

    @GET
    @Path("catalogue-versions/{version}/rules.csv")
    @Produces("text/csv;charset=utf-8")
    @Operation(
            operationId = "exportCatalogueRules",
            summary = "导出条目（CSV） / The rules as a sheet that can be brought in again")
    public Uni<String> rulesAsCsv(@RestPath int version, @RestQuery @Nullable String place) {
        return versions.rules(version, inMine(place)).map(rules -> CsvSheet.write(RuleSheet.write(rules)));
    }

    @GET
    @Path("catalogue-versions/{version}/rules.xlsx")
    @Produces(XlsxSheet.MEDIA_TYPE)
    @Operation(operationId = "downloadCatalogueRules", summary = "导出条目（xlsx） / The same as a workbook")
    public Uni<byte[]> rulesAsWorkbook(@RestPath int version, @RestQuery @Nullable String place) {
        return versions.rules(version, inMine(place))
                .map(rules -> XlsxSheet.write("权责清单", RuleSheet.write(rules).toList()));
    }

    private DivisionCode inMine(@Nullable String place) {
        var mine = currentActor.get().division();
        var asked = place == null ? mine : new DivisionCode(place);
        if (!mine.contains(asked)) {
            throw Refusal.notFound("catalogue.unknown");
        }
        return asked;
    }

    @GET
    @Path("catalogue/explanations")
    @Operation(
            operationId = "explainCatalogue",
            summary = "权责解释 / Who answers for a category in a grid at a moment, and by which rule")
    public Uni<ExplanationView> explain(
            @RestQuery @NotBlank String category,
            @RestQuery @NotBlank String grid,
            @RestQuery @Nullable String at,
            @RestQuery @DefaultValue("NORMAL") Urgency urgency) {
        var place = new GridCode(grid);
        if (!currentActor.get().maySee(place)) {
            throw Refusal.notFound("catalogue.unknown");
        }
        return inForce.explain(new Matter(category, place, urgency, false), moment(at));
    }

    private static @Nullable Instant moment(@Nullable String at) {
        return at == null || at.isBlank()
                ? null
                : CountyTime.asked(at, OffsetDateTime::parse, () -> Refusal.invalid("moment.malformed", "at")
                                .with("value", at))
                        .toInstant();
    }
}
