package cn.minyi5.routing.catalogue.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.catalogue.CatalogueCommands;
import cn.minyi5.routing.catalogue.CatalogueView;
import cn.minyi5.routing.catalogue.RuleSheet;
import cn.minyi5.web.Command;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.ProblemTexts;
import cn.minyi5.web.sheet.SheetRow;
import cn.minyi5.web.sheet.XlsxSheet;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** 起草. Drafts of the catalogue, as CSV or as a workbook. */
@Path("/api")
@RolesAllowed(Roles.ADMINISTRATOR)
class CatalogueDraftResource {

    private static final String SHEET =
            "Columns category_prefix, division_prefix, lead, assisting (separated by |), clause; and, where wanted,"
                    + " urgency (ANY, NORMAL, URGENT), confidential (ANY, YES, NO), policy; the first sheet of a workbook";

    private final CurrentActor currentActor;
    private final CatalogueCommands commands;

    CatalogueDraftResource(CurrentActor currentActor, CatalogueCommands commands) {
        this.currentActor = currentActor;
        this.commands = commands;
    }

    @POST
    @Path("catalogue-versions")
    @ResponseStatus(201)
    @Consumes({"text/csv", XlsxSheet.MEDIA_TYPE})
    @Blocking
    @Operation(
            operationId = "draftCatalogue",
            summary = "起草权责清单 / A new version as CSV or xlsx, all rows or none",
            description = SHEET)
    public Uni<CatalogueView> draft(
            @RestQuery("effective-from") @Nullable String effectiveFrom,
            @RestHeader("Idempotency-Key") @Nullable String key,
            byte[] file,
            @Context HttpHeaders headers) {
        var day = day(effectiveFrom);
        var command = new Command(currentActor.get(), "draft-catalogue/" + day, key, DigestUtils.sha256Hex(file));
        return commands.draft(command, day, rows(file, headers), language(headers));
    }

    @PUT
    @Path("catalogue-versions/{version}")
    @Consumes({"text/csv", XlsxSheet.MEDIA_TYPE})
    @Blocking
    @Operation(
            operationId = "replaceCatalogueDraft",
            summary = "替换草案 / The draft has these rules instead, all rows or none",
            description = SHEET)
    public Uni<CatalogueView> replace(
            @RestPath int version,
            @RestQuery("effective-from") @Nullable String effectiveFrom,
            byte[] file,
            @Context HttpHeaders headers) {
        var command = new Command(currentActor.get(), "replace-catalogue/" + version, null, null);
        return commands.replace(command, version, day(effectiveFrom), rows(file, headers), language(headers));
    }

    @DELETE
    @Path("catalogue-versions/{version}")
    @Operation(
            operationId = "discardCatalogueDraft",
            summary = "作废草案 / Nobody has gone by it; answers with what it was")
    public Uni<CatalogueView> discard(@RestPath int version) {
        return commands.discard(new Command(currentActor.get(), "discard-catalogue/" + version, null, null), version);
    }

    private static LocalDate day(@Nullable String effectiveFrom) {
        return CountyTime.asked(
                effectiveFrom,
                LocalDate::parse,
                () -> Refusal.invalid("catalogue.effective-from-malformed", "effective-from"));
    }

    private static List<SheetRow> rows(byte[] file, HttpHeaders headers) {
        return RuleSheet.read(file, XlsxSheet.isMeantBy(headers.getHeaderString(HttpHeaders.CONTENT_TYPE)));
    }

    private static Locale language(HttpHeaders headers) {
        return ProblemTexts.language(headers.getAcceptableLanguages());
    }
}
