package cn.minyi5.escalation.policy.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.escalation.policy.SlaPolicies;
import cn.minyi5.escalation.policy.domain.PolicyScope;
import cn.minyi5.escalation.policy.domain.PolicyTerms;
import cn.minyi5.escalation.policy.domain.SlaPolicy;
import cn.minyi5.web.Command;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Policies: added by an administrator, never changed. */
@Path("/api/policies")
class PolicyResource {

    private final SlaPolicies policies;
    private final CurrentActor actor;

    PolicyResource(SlaPolicies policies, CurrentActor actor) {
        this.policies = policies;
        this.actor = actor;
    }

    /**
     * Terms for a scope. An absent category prefix or urgency is for all, an absent division prefix for all of the
     * administrator's own; an absent {@code effectiveFrom} is at once.
     */
    record PolicyInput(
            @Schema(pattern = "[A-Z0-9]{0,8}", maxLength = 8) @Nullable String categoryPrefix,
            @Schema(pattern = "\\d{0,15}", maxLength = 15) @Nullable String divisionPrefix,
            @Nullable Urgency urgency,
            @NotNull ClockKind clock,
            @NotNull Duration allowed,
            @NotNull @Schema(minimum = "0", maximum = "1") BigDecimal reminderLeftShare,
            @NotNull Duration noticeAfter,
            @Nullable OffsetDateTime effectiveFrom) {

        PolicyScope scope(DivisionCode jurisdiction) {
            var own = jurisdiction.value();
            var scope = new PolicyScope(
                    Objects.requireNonNullElse(categoryPrefix, ""),
                    divisionPrefix == null || divisionPrefix.isEmpty() ? own : divisionPrefix,
                    urgency,
                    clock);
            if (!scope.divisionPrefix().startsWith(own)) {
                throw Refusal.invalid("policy.outside-jurisdiction", "divisionPrefix")
                        .with("value", scope.divisionPrefix())
                        .with("jurisdiction", own);
            }
            return scope;
        }

        PolicyTerms terms() {
            return new PolicyTerms(allowed, reminderLeftShare, noticeAfter);
        }
    }

    /** Durations in ISO 8601, such as PT1H; of REVIEW and ARBITRATION in hours on duty, of which a day has 7. */
    record PolicyView(
            UUID id,
            int version,
            @JsonUnwrapped PolicyScope scope,
            @JsonUnwrapped PolicyTerms terms,
            OffsetDateTime effectiveFrom) {

        static PolicyView of(SlaPolicy policy) {
            return new PolicyView(
                    policy.id(),
                    policy.version(),
                    policy.scope(),
                    policy.terms(),
                    CountyTime.at(policy.effectiveFrom()));
        }
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(operationId = "addPolicy", summary = "新增时限规则版本 / Adds a version of the terms for a scope")
    public Uni<PolicyView> add(
            @NotNull @Valid PolicyInput input, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
        var from = input.effectiveFrom();
        if (from != null && !CountyTime.isOfOurTime(CountyTime.at(from.toInstant()))) {
            throw Refusal.invalid("policy.effective-from-of-another-time", "effectiveFrom");
        }
        return policies.add(
                        new Command(actor.get(), "add-policy", idempotencyKey, input),
                        input.scope(actor.get().division()),
                        input.terms(),
                        from == null ? null : from.toInstant())
                .map(PolicyView::of);
    }

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR, Roles.DISPATCHER, Roles.DEPARTMENT_HEAD, Roles.CLERK})
    @Operation(operationId = "listPolicies", summary = "时限规则 / All versions of the policies of one's jurisdiction")
    public Uni<Page<PolicyView>> list() {
        var mine = actor.get().division();
        return policies.list()
                .map(all -> all.stream()
                        .filter(policy -> policy.scope().concerns(mine))
                        .map(PolicyView::of)
                        .toList())
                .map(ours -> new Page<>(ours, null, (long) ours.size()));
    }
}
