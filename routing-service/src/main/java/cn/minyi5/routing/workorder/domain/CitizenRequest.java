package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.routing.catalogue.domain.Matter;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 民意诉求. What one person asked for, as the team forwarded it.
 *
 * @param text phone and identity numbers are struck out
 * @param teamCode the team that took it and will tell the citizen
 */
@Embeddable
public record CitizenRequest(
        UUID requestId,
        GridCode grid,
        String categoryCode,
        Urgency urgency,
        String text,
        Citizen citizen,
        String teamCode,
        Instant visitedAt) {

    private static final String COMPLAINT_ABOUT_OFFICIALS = "ZX02";

    /** 群众. As anybody may see them: 王**, 138****5678; nulls when anonymous. Routing never knows more. */
    @Embeddable
    public record Citizen(boolean anonymous, @Nullable String name, @Nullable String phone) {}

    public static CitizenRequest of(RequestEvent.Forwarded event) {
        var citizen = event.citizen();
        return new CitizenRequest(
                event.requestId(),
                new GridCode(event.gridCode()),
                event.categoryCode(),
                event.urgency(),
                event.text(),
                new Citizen(citizen.anonymous(), citizen.name(), citizen.phone()),
                event.teamCode(),
                event.visitedAt().toInstant());
    }

    /** What is confidential stays with the supervision office. */
    void requireOrdinary() {
        if (confidential()) {
            throw Refusal.conflict("work-order.confidential");
        }
    }

    /** 对部门作风、工作人员的意见: never an ordinary work order, never to the unit it is about (DOMAIN §7). */
    public boolean confidential() {
        return categoryCode.equals(COMPLAINT_ABOUT_OFFICIALS);
    }

    /** What the catalogue is asked about. */
    public Matter matter() {
        return new Matter(categoryCode, grid, urgency, confidential());
    }
}
