package cn.minyi5.routing.workorder.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.routing.workorder.ReplyChecks;
import cn.minyi5.routing.workorder.domain.Reply;
import cn.minyi5.routing.workorder.domain.ReplyFinding;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.ProblemTexts;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Looks at a reply before it is sent. */
@Path("/api")
@RolesAllowed({Roles.CLERK, Roles.DISPATCHER, Roles.SUPERVISOR})
class ReplyCheckResource {

    private final CurrentActor currentActor;
    private final ReplyChecks checks;

    ReplyCheckResource(CurrentActor currentActor, ReplyChecks checks) {
        this.currentActor = currentActor;
        this.checks = checks;
    }

    /** As far as it is written: what is missing is found. */
    record DraftInput(
            @Nullable ResultCode resultCode,
            @Nullable @Size(max = Reply.LONGEST_TEXT) String text,
            @Nullable @Size(max = Reply.LONGEST_TEXT) String contactLog) {}

    /** @param words in the language that was asked for */
    record FindingView(String code, ReplyFinding.Severity severity, String words) {
        static FindingView of(ReplyFinding finding, Locale language) {
            return new FindingView(
                    finding.code(), finding.severity(), ProblemTexts.of(finding.code(), language, Map.of()));
        }
    }

    record FindingsView(List<FindingView> findings) {}

    @POST
    @Path("work-orders/{id}/reply-check")
    @Operation(
            operationId = "checkReply",
            summary = "答复检查 / What would be found fault with in a reply, before it is sent")
    public Uni<FindingsView> check(@RestPath UUID id, @NotNull @Valid DraftInput draft, @Context HttpHeaders headers) {
        var language = ProblemTexts.language(headers.getAcceptableLanguages());
        return checks.check(currentActor.get(), id, words(draft.text()), words(draft.contactLog()))
                .map(found -> new FindingsView(found.stream()
                        .map(finding -> FindingView.of(finding, language))
                        .toList()));
    }

    private static String words(@Nullable String written) {
        return Objects.requireNonNullElse(written, "");
    }
}
