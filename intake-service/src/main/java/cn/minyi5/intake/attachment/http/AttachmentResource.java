package cn.minyi5.intake.attachment.http;

import cn.minyi5.access.Roles;
import cn.minyi5.intake.attachment.AttachmentView;
import cn.minyi5.intake.attachment.Attachments;
import cn.minyi5.intake.attachment.Attachments.Opened;
import cn.minyi5.intake.attachment.UploadAttachment;
import cn.minyi5.intake.attachment.domain.Attachment;
import cn.minyi5.web.CurrentActor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** 附件. */
@Path("/api/attachments/{id}")
class AttachmentResource {

    private final UploadAttachment uploads;
    private final Attachments attachments;
    private final CurrentActor actor;
    private final CurrentVertxRequest call;

    AttachmentResource(
            UploadAttachment uploads, Attachments attachments, CurrentActor actor, CurrentVertxRequest call) {
        this.uploads = uploads;
        this.attachments = attachments;
        this.actor = actor;
        this.call = call;
    }

    @PUT
    @Consumes({"image/jpeg", "image/png", "image/webp"})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SECRETARY)
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = Attachment.CONTENT_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @Operation(
            operationId = "uploadAttachment",
            summary = "上传照片（最大 8 MB，只留画面） / Uploads a picture under an id of the phone's, once; its pixels are kept")
    public Uni<RestResponse<AttachmentView>> upload(@RestPath UUID id) {
        var who = actor.get();
        var routing = call.getCurrent();
        return BodyToFile.received(routing.vertx(), routing.request(), file -> uploads.upload(id, file, who))
                .map(uploaded -> RestResponse.status(
                        uploaded.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                        uploaded.attachment()));
    }

    @GET
    @Produces(Attachment.CONTENT_TYPE)
    @RolesAllowed({
        Roles.SECRETARY,
        Roles.TEAM_LEADER,
        Roles.CLERK,
        Roles.DEPARTMENT_HEAD,
        Roles.DISPATCHER,
        Roles.SUPERVISOR
    })
    @Operation(
            operationId = "getAttachment",
            summary = "查看照片 / The picture, for whoever may see what it hangs on; before that for who uploaded it")
    public Uni<Response> picture(@RestPath UUID id, @Context Request request) {
        return attachments.picture(id, actor.get()).map(opened -> answer(id, opened, request));
    }

    @GET
    @Path("thumbnail")
    @Produces(Attachment.CONTENT_TYPE)
    @RolesAllowed({
        Roles.SECRETARY,
        Roles.TEAM_LEADER,
        Roles.CLERK,
        Roles.DEPARTMENT_HEAD,
        Roles.DISPATCHER,
        Roles.SUPERVISOR
    })
    @Operation(operationId = "getThumbnail", summary = "查看缩略图 / The picture, at most 320 pixels wide and high")
    public Uni<Response> thumbnail(@RestPath UUID id, @Context Request request) {
        return attachments.thumbnail(id, actor.get()).map(opened -> answer(id, opened, request));
    }

    private static Response answer(UUID id, Opened opened, Request request) {
        var tag = new EntityTag(opened.tag());
        var unchanged = request.evaluatePreconditions(tag);
        var answer = unchanged == null
                ? Response.ok(opened.jpeg(), Attachment.CONTENT_TYPE)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + id + ".jpg\"")
                : unchanged;
        return answer.tag(tag).build();
    }
}
