package cn.minyi5.intake.importing.http;

import cn.minyi5.access.Roles;
import cn.minyi5.intake.importing.HistoryFile;
import cn.minyi5.intake.importing.HistoryImports;
import cn.minyi5.intake.importing.ImportPreviews;
import cn.minyi5.intake.importing.ImportProgress;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Idempotency;
import cn.minyi5.web.ProblemTexts;
import cn.minyi5.web.sheet.CsvSheet;
import cn.minyi5.web.sheet.XlsxSheet;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/imports")
@RolesAllowed(Roles.ADMINISTRATOR)
class ImportResource {

    private static final String CSV = "text/csv";

    private static final String MAPPED =
            "sheet names one of a workbook; column=ours=header, repeated, says which column is "
                    + "which where its name does not / sheet 指定工作表，column=本系统列名=表头 可重复";

    private final HistoryImports imports;
    private final ImportPreviews previews;
    private final CurrentActor actor;

    ImportResource(HistoryImports imports, ImportPreviews previews, CurrentActor actor) {
        this.imports = imports;
        this.previews = previews;
        this.actor = actor;
    }

    /** In the address {@code column=ours=header} as often as the proposal is not right; without any, a CSV file has our columns. */
    @POST
    @ResponseStatus(202)
    @Consumes({CSV, XlsxSheet.MEDIA_TYPE})
    @Blocking
    @Operation(
            operationId = "startImport",
            summary = "导入历史数据 / Takes a CSV or xlsx file of history in; worked off afterwards",
            description = MAPPED)
    public Uni<ImportProgress> start(
            @RestQuery @Nullable String source,
            @RestQuery("cut-over") @Nullable String cutOver,
            @RestQuery @Nullable String sheet,
            @RestHeader("Idempotency-Key") @Nullable String key,
            byte[] file,
            @Context HttpHeaders headers,
            @Context UriInfo address) {
        var idempotencyKey = Idempotency.required(key);
        if (columns(address).isEmpty() && !isXlsx(headers)) {
            return imports.start(source, cutOver, file, idempotencyKey, actor.get());
        }
        var read = HistoryFile.read(file, isXlsx(headers), sheet);
        return imports.start(source, cutOver, read.asCsv(read.mapping(columns(address))), idempotencyKey, actor.get());
    }

    @POST
    @Path("preview")
    @Consumes({CSV, XlsxSheet.MEDIA_TYPE})
    @Blocking
    @Operation(
            operationId = "previewImport",
            summary = "导入预览：列对应、前几行及问题 / Which column is which, the first rows and their faults; nothing is kept",
            description = MAPPED)
    public Uni<ImportPreviewView> preview(
            @RestQuery @Nullable String sheet, byte[] file, @Context HttpHeaders headers, @Context UriInfo address) {
        var language = ProblemTexts.language(headers.getAcceptableLanguages());
        var read = HistoryFile.read(file, isXlsx(headers), sheet);
        return previews.preview(read, read.mapping(columns(address)), actor.get())
                .map(preview -> ImportPreviewView.of(read, preview, language));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getImport", summary = "导入进度 / How far an import has come")
    public Uni<ImportProgress> get(@RestPath UUID id) {
        return imports.progress(id, actor.get().division());
    }

    @GET
    @Path("{id}/refused-rows")
    @Produces("text/csv;charset=utf-8")
    @Operation(
            operationId = "listRefusedRows",
            summary = "未导入的行及原因 / Rows that were not taken, as they came, with the reason as last column")
    public Uni<String> refusedRows(@RestPath UUID id, @Context HttpHeaders headers) {
        var language = ProblemTexts.language(headers.getAcceptableLanguages());
        return imports.refusedRows(id, actor.get().division(), language).map(rows -> CsvSheet.write(rows.stream()));
    }

    @GET
    @Path("{id}/refused-rows.xlsx")
    @Produces(XlsxSheet.MEDIA_TYPE)
    @Operation(operationId = "downloadRefusedRows", summary = "未导入的行及原因（xlsx） / The same as a workbook")
    public Uni<byte[]> refusedRowsAsWorkbook(@RestPath UUID id, @Context HttpHeaders headers) {
        var language = ProblemTexts.language(headers.getAcceptableLanguages());
        return imports.refusedRows(id, actor.get().division(), language).map(rows -> XlsxSheet.write("refused", rows));
    }

    private static List<String> columns(UriInfo address) {
        return address.getQueryParameters().getOrDefault("column", List.of()).stream()
                .filter(said -> !said.isBlank())
                .toList();
    }

    private static boolean isXlsx(HttpHeaders headers) {
        return XlsxSheet.isMeantBy(headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
    }
}
