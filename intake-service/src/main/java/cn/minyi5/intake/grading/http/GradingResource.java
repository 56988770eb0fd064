package cn.minyi5.intake.grading.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.intake.grading.GradingRuleBook;
import cn.minyi5.intake.grading.domain.GradingRule;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import cn.minyi5.web.sheet.CheckedRowsView;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Path("/api")
class GradingResource {

    private final GradingRuleBook rules;
    private final CurrentActor actor;

    GradingResource(GradingRuleBook rules, CurrentActor actor) {
        this.rules = rules;
        this.actor = actor;
    }

    record ProposalInput(
            @Schema(required = true, pattern = "\\d{15}", maxLength = 15) @Nullable String gridCode,
            @Schema(maxLength = CitizenRequest.LONGEST_CATEGORY) @Nullable String categoryCode,
            @Schema(required = true, maxLength = CitizenRequest.LONGEST_TEXT) @Nullable String text) {}

    /**
     * @param urgency what counts unless the secretary says otherwise
     * @param category to be asked about, where the rules would choose another one
     */
    record ProposalView(Urgency urgency, @Nullable String category, @Nullable String reason) {}

    @POST
    @Path("grading-proposals")
    @RolesAllowed({Roles.SECRETARY, Roles.TEAM_LEADER, Roles.DISPATCHER})
    @Operation(
            operationId = "proposeGrading",
            summary = "分级分类建议及理由 / What the rules think of a request, and why; a question, nothing is kept")
    public Uni<ProposalView> propose(@Nullable ProposalInput input) {
        if (input == null || input.gridCode() == null) {
            throw Refusal.invalid("input.missing", "gridCode");
        }
        var grid = new GridCode(input.gridCode());
        if (!actor.get().maySee(grid)) {
            throw Refusal.notFound("grid.unknown").with("gridCode", grid.value());
        }
        var text = CitizenRequest.checkedText(input.text() == null ? "" : input.text());
        var category = input.categoryCode() == null ? null : CitizenRequest.checkedCategory(input.categoryCode());
        return rules.in(grid)
                .map(known -> known.propose(category, text))
                .map(proposal ->
                        new ProposalView(proposal.urgencyUnless(null), proposal.category(), proposal.reason()));
    }

    @PUT
    @Path("grading-rules")
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(
            operationId = "loadGradingRules",
            summary = "导入分级分类规则（整表替换） / Replaces the grading rules of one's division by a CSV file, all or none")
    public Uni<CheckedRowsView> load(@NotNull InputStream file, @Context HttpHeaders headers) {
        return rules.load(file, actor.get().division()).map(checked -> CheckedRowsView.of(checked, headers));
    }

    @GET
    @Path("grading-rules")
    @RolesAllowed({Roles.SECRETARY, Roles.TEAM_LEADER, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    @Operation(operationId = "listGradingRules", summary = "分级分类规则 / The grading rules for one's jurisdiction")
    public Uni<Page<GradingRule>> list() {
        return rules.published(actor.get().division())
                .map(known ->
                        new Page<>(known.rules(), null, (long) known.rules().size()));
    }
}
