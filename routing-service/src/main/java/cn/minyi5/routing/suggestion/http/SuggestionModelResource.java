package cn.minyi5.routing.suggestion.http;

import cn.minyi5.access.Roles;
import cn.minyi5.routing.suggestion.SuggestionModelView;
import cn.minyi5.routing.suggestion.SuggestionPolicies;
import cn.minyi5.routing.suggestion.SuggestionSettings;
import cn.minyi5.routing.suggestion.SuggestionView;
import cn.minyi5.routing.suggestion.SuggestionView.TrainingView;
import cn.minyi5.routing.suggestion.domain.SuggestionPolicy;
import cn.minyi5.web.Command;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** 智能建议. What a county has learnt from its orders, whether it wants to hear of it, and where it decides alone. */
@Path("/api")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.DISPATCHER, Roles.SUPERVISOR})
class SuggestionModelResource {

    private final CurrentActor currentActor;
    private final SuggestionSettings settings;
    private final SuggestionPolicies policies;

    SuggestionModelResource(CurrentActor currentActor, SuggestionSettings settings, SuggestionPolicies policies) {
        this.currentActor = currentActor;
        this.settings = settings;
        this.policies = policies;
    }

    /** @param version the one in force; the newest where it is absent */
    record SettingInput(@NotNull Boolean enabled, @Nullable @Min(1) @Max(Integer.MAX_VALUE) Integer version) {}

    record PolicyInput(@NotNull @DecimalMin("0.5") @DecimalMax("1") Double minimumConfidence) {}

    /** @param minimumConfidence from how much confidence on the first department is dispatched to */
    record PolicyView(int version, String categoryCode, double minimumConfidence) {
        static PolicyView of(SuggestionPolicy policy) {
            return new PolicyView(policy.version(), policy.categoryCode(), policy.minimumConfidence());
        }
    }

    @GET
    @Path("suggestion-models")
    @Operation(
            operationId = "listSuggestionModels",
            summary = "建议模型各版及检验结果 / The versions that are kept, with how they judged what they had not learnt from")
    public Uni<Page<SuggestionModelView>> list() {
        return settings.models(currentActor.get().division())
                .map(found -> new Page<>(found, null, (long) found.size()));
    }

    @POST
    @Path("suggestion-models")
    @ResponseStatus(202)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            operationId = "trainSuggestionModel",
            summary = "重新训练 / A new version is learnt within minutes; what came of it stands in the setting")
    public Uni<TrainingView> train(@RestHeader("Idempotency-Key") @Nullable String key) {
        return settings.want(new Command(currentActor.get(), "train-suggestion-model", key, null));
    }

    @GET
    @Path("suggestion-setting")
    @Operation(
            operationId = "getSuggestionSetting",
            summary =
                    "建议的开关与现用版本 / Whether there are suggestions, of which version, and what came of the last training")
    public Uni<SuggestionView> get() {
        return settings.of(currentActor.get().division());
    }

    @PUT
    @Path("suggestion-setting")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            operationId = "setSuggestionSetting",
            summary = "开关建议、退回旧版 / Switches suggestions on or off, and goes back to an older version or to the newest")
    public Uni<SuggestionView> set(@NotNull @Valid SettingInput input) {
        return settings.set(currentActor.get(), input.enabled(), input.version());
    }

    @GET
    @Path("suggestion-policies")
    @Operation(
            operationId = "listSuggestionPolicies",
            summary = "按建议自动派单的规则 / The categories for which a suggestion decides where the catalogue names nobody")
    public Uni<Page<PolicyView>> policies() {
        return policies.of(currentActor.get().division())
                .map(found -> new Page<>(found, null, (long) found.size()).map(PolicyView::of));
    }

    @PUT
    @Path("suggestion-policies/{category}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            operationId = "putSuggestionPolicy",
            summary = "设定自动派单规则 / From how much confidence on a suggestion decides for a category")
    public Uni<PolicyView> put(@RestPath String category, @NotNull @Valid PolicyInput input) {
        return policies.set(currentActor.get(), category, input.minimumConfidence())
                .map(PolicyView::of);
    }

    @DELETE
    @Path("suggestion-policies/{category}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(operationId = "deleteSuggestionPolicy", summary = "取消自动派单规则 / From now on the desk decides again")
    public Uni<Void> delete(@RestPath String category) {
        return policies.takeBack(currentActor.get(), category);
    }
}
