package cn.minyi5.routing.catalogue.domain;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.ResponsibilityScope;
import cn.minyi5.contracts.language.Urgency;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 权责. One rule of the catalogue, as it was sent: requests of these categories in this place are for that department.
 *
 * @param row where it stands in the table it came in; 1 is the header
 * @param categoryPrefix such as {@code GS02} or {@code GS}; empty for all categories
 * @param divisionPrefix a division code; empty for all places
 * @param lead 主办: a department code, or {@link #TOWNSHIP}
 * @param assisting 协办: department codes or {@link #TOWNSHIP}
 * @param clause the legal clause or catalogue entry that says so
 * @param urgency null for any
 * @param confidential true for complaints about officials alone: such a rule names one office at the county, and no
 *     other rule speaks for them
 * @param policy 政策依据: the published paper that it rests on, if any
 */
@Embeddable
public record Responsibility(
        UUID ruleId,
        int row,
        String categoryPrefix,
        String divisionPrefix,
        String lead,
        List<String> assisting,
        String clause,
        @Nullable Urgency urgency,
        @Nullable Boolean confidential,
        @Nullable String policy) {

    /** 属地镇街. Stands for the township of the grid; its department code is its 9-digit division code. */
    public static final String TOWNSHIP = "TOWNSHIP";

    private static final int LONGEST_POLICY = 200;

    public Responsibility {
        if (!categoryPrefix.matches("[A-Z0-9]{0,8}")) {
            throw Refusal.invalid("rule.category-malformed", "category_prefix").with("value", categoryPrefix);
        }
        requireDivision(divisionPrefix);
        if (lead.isBlank()) {
            throw Refusal.invalid("rule.lead-missing", "lead");
        }
        if (clause.isBlank()) {
            throw Refusal.invalid("rule.clause-missing", "clause");
        }
        if (policy != null && policy.length() > LONGEST_POLICY) {
            throw Refusal.invalid("rule.policy-too-long", "policy").with("longest", LONGEST_POLICY);
        }
        if (Boolean.TRUE.equals(confidential) && (lead.equals(TOWNSHIP) || !assisting.isEmpty())) {
            throw Refusal.invalid("rule.confidential-shared", "confidential");
        }
        assisting = List.copyOf(assisting);
    }

    private static void requireDivision(String prefix) {
        try {
            if (!prefix.isEmpty()) {
                new DivisionCode(prefix);
            }
        } catch (Refusal malformed) {
            throw malformed.at("division_prefix");
        }
    }

    public ResponsibilityScope scope() {
        return new ResponsibilityScope(categoryPrefix, divisionPrefix, urgency, confidential);
    }

    boolean holdsFor(Matter matter) {
        return scope().holdsFor(matter.urgency(), matter.confidential());
    }

    public String leadIn(GridCode grid) {
        return departmentIn(grid, lead);
    }

    /** Without the lead, and each department once. */
    public List<String> assistingIn(GridCode grid) {
        return assisting.stream()
                .map(code -> departmentIn(grid, code))
                .filter(code -> !code.equals(leadIn(grid)))
                .distinct()
                .toList();
    }

    private static String departmentIn(GridCode grid, String code) {
        return code.equals(TOWNSHIP) ? grid.township().value() : code;
    }
}
