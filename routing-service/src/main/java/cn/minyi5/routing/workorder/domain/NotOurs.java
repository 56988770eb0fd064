package cn.minyi5.routing.workorder.domain;

import jakarta.persistence.Embeddable;

/**
 * 退单理由. Why a department thinks that a work order is not its own: by which clause, and whose it is in their eyes. All
 * three, for "not ours" alone leaves the desk where it was (DOMAIN §4).
 *
 * @param suggestedDepartment a department code
 */
@Embeddable
public record NotOurs(String reason, String clause, String suggestedDepartment) {

    public NotOurs {
        Words.reason(reason, "reason");
        Words.reason(clause, "clause");
        Words.reason(suggestedDepartment, "suggestedDepartment");
    }

    /** As it may be kept. */
    NotOurs said(Deed deed) {
        return new NotOurs(deed.said(reason), deed.said(clause), suggestedDepartment);
    }
}
