package cn.minyi5.intake.withdrawal.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.domain.FreeText;
import cn.minyi5.intake.withdrawal.Withdrawals;
import cn.minyi5.intake.withdrawal.domain.Withdrawal;
import cn.minyi5.intake.withdrawal.domain.Withdrawal.Said;
import cn.minyi5.web.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/api")
class WithdrawalResource {

    private final Withdrawals withdrawals;
    private final CurrentActor actor;

    WithdrawalResource(Withdrawals withdrawals, CurrentActor actor) {
        this.withdrawals = withdrawals;
        this.actor = actor;
    }

    /** @param at when the citizen said so; absent: just now */
    record WithdrawalInput(
            @Schema(
                            required = true,
                            maxLength = FreeText.LONGEST_REASON,
                            description = "how the citizen agreed / 群众怎样表示同意")
                    @Nullable
                    String consent,
            @Schema(required = true, maxLength = FreeText.LONGEST_REASON) @Nullable String reason,
            @Nullable OffsetDateTime at) {

        Said said() {
            return Said.of(consent, reason, at == null ? null : at.toInstant());
        }
    }

    record WithdrawalView(
            UUID requestId,
            String consent,
            String reason,
            OffsetDateTime consentedAt,
            String recordedBy,
            OffsetDateTime recordedAt) {

        static WithdrawalView of(UUID requestId, Withdrawal withdrawal) {
            return new WithdrawalView(
                    requestId,
                    withdrawal.consent(),
                    withdrawal.reason(),
                    CountyTime.at(withdrawal.consentedAt()),
                    withdrawal.username(),
                    CountyTime.at(withdrawal.recordedAt()));
        }
    }

    @POST
    @Path("requests/{id}/withdrawal")
    @RolesAllowed(Roles.SECRETARY)
    @Operation(
            operationId = "withdrawRequest",
            summary = "群众撤回（记录同意） / The citizen does not want it any longer; again: what was recorded first")
    public Uni<WithdrawalView> withdraw(@RestPath UUID id, @Nullable WithdrawalInput input) {
        if (input == null) {
            throw Refusal.invalid("input.missing", "");
        }
        return withdrawals.withdraw(id, input.said(), actor.get()).map(withdrawal -> WithdrawalView.of(id, withdrawal));
    }
}
