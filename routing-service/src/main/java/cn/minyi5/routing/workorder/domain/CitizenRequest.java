package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Urgency;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

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

    /** 对部门作风、工作人员的意见: never an ordinary work order, never to the unit it is about (DOMAIN §7). */
    public boolean confidential() {
        return categoryCode.equals(COMPLAINT_ABOUT_OFFICIALS);
    }
}
