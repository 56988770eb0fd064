package cn.minyi5.notification.document.http;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.notification.document.Documents;
import cn.minyi5.notification.document.Documents.DocumentView;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** 通报文件. */
@Path("/api/documents")
@RolesAllowed({Roles.SUPERVISOR, Roles.DEPARTMENT_HEAD})
class DocumentResource {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Documents documents;
    private final CurrentActor actor;

    DocumentResource(Documents documents, CurrentActor actor) {
        this.documents = documents;
        this.actor = actor;
    }

    @GET
    @Operation(operationId = "listDocuments", summary = "通报文件 / Papers, latest first")
    public Uni<Page<DocumentView>> list(
            @RestQuery @Nullable String month,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var only = Refusal.ifUnreadable("document.month-malformed", "month", month, YearMonth::parse);
        return documents.page(AccessScope.of(actor.get()), only, Cursor.parse(after), limit);
    }

    @GET
    @Path("{id}/docx")
    @Produces(DOCX)
    @Operation(operationId = "downloadDocx", summary = "下载公文 / The paper as a Word file")
    public Uni<Response> docx(@RestPath UUID id) {
        return documents.docx(id, AccessScope.of(actor.get())).map(file -> download(file, DOCX, ".docx"));
    }

    @GET
    @Path("{id}/xlsx")
    @Produces(XLSX)
    @Operation(
            operationId = "downloadXlsx",
            summary = "下载依据数据表 / The annex with every row behind the figures that is for the reader")
    public Uni<Response> xlsx(@RestPath UUID id) {
        return documents.xlsx(id, AccessScope.of(actor.get())).map(file -> download(file, XLSX, "-依据数据表.xlsx"));
    }

    /** The entity tag is the file's SHA-256; the name, which a Chinese office finds again, is written as RFC 6266 has it. */
    private static Response download(Documents.Opened file, String type, String ending) {
        var name = URLEncoder.encode(file.number() + ending, StandardCharsets.UTF_8);
        return Response.ok(file.bytes(), type)
                .tag(new EntityTag(file.sha256()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
                .build();
    }
}
