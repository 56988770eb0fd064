package cn.minyi5.notification.recipient.http;

import cn.minyi5.access.Roles;
import cn.minyi5.notification.recipient.Recipients;
import cn.minyi5.notification.recipient.domain.Recipient;
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
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** 收件人名单. */
@Path("/api/recipients")
@RolesAllowed(Roles.ADMINISTRATOR)
class RecipientResource {

    private final Recipients recipients;
    private final CurrentActor actor;

    RecipientResource(Recipients recipients, CurrentActor actor) {
        this.recipients = recipients;
        this.actor = actor;
    }

    @PUT
    @Consumes("text/csv")
    @Blocking
    @Operation(operationId = "loadRecipients", summary = "载入收件人名单 / Takes a list of recipients in, row by row")
    public Uni<CheckedRowsView> load(@NotNull InputStream csv, HttpHeaders headers) {
        return recipients.load(csv, actor.get().division()).map(loaded -> CheckedRowsView.of(loaded, headers));
    }

    @GET
    @Operation(operationId = "listRecipients", summary = "收件人名单 / Recipients of the jurisdiction, by user name")
    public Uni<Page<RecipientView>> list(
            @RestQuery @Nullable String after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return recipients.page(actor.get().division(), after, limit).map(page -> page.map(RecipientView::of));
    }

    record RecipientView(
            String username,
            String name,
            String role,
            @Nullable String department,
            String division,
            @Nullable String team,
            @Nullable String email) {

        static RecipientView of(Recipient recipient) {
            return new RecipientView(
                    recipient.username(),
                    recipient.name(),
                    recipient.role().realmName(),
                    recipient.department(),
                    recipient.division().value(),
                    recipient.team(),
                    recipient.email());
        }
    }
}
