package cn.minyi5.escalation.policy.domain;

import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.escalation.policy.domain.PolicyBook.Matter;
import jakarta.persistence.Embeddable;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Which matters a policy is for. Empty prefixes are for all; a null urgency is for any.
 *
 * @param categoryPrefix such as {@code GS} or {@code GS02}
 * @param divisionPrefix 2, 4, 6, 9, 12 or 15 digits, or empty
 */
@Embeddable
public record PolicyScope(String categoryPrefix, String divisionPrefix, @Nullable Urgency urgency, ClockKind clock) {

    /** Longer category prefix first, then longer division prefix, then a named urgency. */
    static final Comparator<PolicyScope> SPECIFICITY = Comparator.<PolicyScope>comparingInt(
                    s -> s.categoryPrefix.length())
            .thenComparingInt(s -> s.divisionPrefix.length())
            .thenComparing(s -> s.urgency != null);

    public PolicyScope {
        if (!categoryPrefix.matches("[A-Z0-9]{0,8}")) {
            throw Refusal.invalid("policy.category-prefix-malformed", "categoryPrefix")
                    .with("value", categoryPrefix);
        }
        if (!divisionPrefix.matches("|\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}|\\d{15}")) {
            throw Refusal.invalid("policy.division-prefix-malformed", "divisionPrefix")
                    .with("value", divisionPrefix);
        }
        if (urgency != null && !clock.isOfDepartment()) {
            // Nobody tells how urgent it was what is submitted: such a policy would never apply.
            throw Refusal.invalid("policy.urgency-of-department-only", "urgency")
                    .with("clock", clock);
        }
    }

    /** Whether it is for places of a jurisdiction, or for more. */
    public boolean concerns(DivisionCode jurisdiction) {
        return divisionPrefix.startsWith(jurisdiction.value())
                || jurisdiction.value().startsWith(divisionPrefix);
    }

    boolean covers(Matter matter) {
        return clock == matter.clock()
                && matter.categoryCode().startsWith(categoryPrefix)
                && matter.gridCode().startsWith(divisionPrefix)
                && (urgency == null || urgency == matter.urgency());
    }
}
