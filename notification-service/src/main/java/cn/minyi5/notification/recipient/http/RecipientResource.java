package cn.minyi5.notification.recipient.http;

import cn.minyi5.access.Roles;
import cn.minyi5.notification.paging.Pages;
import cn.minyi5.notification.recipient.application.LoadRecipients;
import cn.minyi5.notification.recipient.application.Recipients;
import cn.minyi5.notification.recipient.domain.Recipient;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import cn.minyi5.web.ProblemTexts;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** 收件人名单. */
@Path("/api/recipients")
@RolesAllowed(Roles.ADMINISTRATOR)
class RecipientResource {

    private final LoadRecipients loadRecipients;
    private final Recipients recipients;
    private final CurrentActor actor;

    RecipientResource(LoadRecipients loadRecipients, Recipients recipients, CurrentActor actor) {
        this.loadRecipients = loadRecipients;
        this.recipients = recipients;
        this.actor = actor;
    }

    @PUT
    @Consumes("text/csv")
    @Blocking
    @Operation(operationId = "loadRecipients", summary = "载入收件人名单 / Takes a list of recipients in, row by row")
    public Uni<LoadedView> load(String csv, HttpHeaders headers) {
        var language = ProblemTexts.language(headers.getAcceptableLanguages());
        return loadRecipients.handle(csv, actor.get().division()).map(loaded -> LoadedView.of(loaded, language));
    }

    @GET
    @Operation(operationId = "listRecipients", summary = "收件人名单 / Recipients of the jurisdiction, by user name")
    public Uni<Page<RecipientView>> list(
            @RestQuery @Nullable String after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var jurisdiction = actor.get().division();
        return recipients.count(jurisdiction).flatMap(total -> recipients
                .page(jurisdiction, after, Pages.oneMoreThan(limit))
                .map(read -> Pages.of(read, limit, Recipient::username, RecipientView::of, total)));
    }
}
