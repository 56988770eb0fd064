package cn.minyi5.routing.workorder.domain;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * To whom a work order is given.
 *
 * @param lead 主办, a department code
 * @param assisting 协办, department codes without the lead
 * @param why null when no rule decided: a person did, or a suggestion that a policy let decide
 */
@Embeddable
public record Assignment(String lead, List<String> assisting, @Nullable Why why) {

    /** "Why me?" The rule that won, the catalogue version it stands in and the clause it cites. */
    @Embeddable
    public record Why(UUID ruleId, int catalogueVersion, String clause) {}

    public Assignment {
        assisting =
                assisting.stream().filter(code -> !code.equals(lead)).distinct().toList();
    }

    /** By a person, to departments of their choice. */
    public static Assignment byPerson(String lead, List<String> assisting) {
        return new Assignment(lead, assisting, null);
    }

    /** By the words of the request, where a policy lets them decide. Who assists is said by rules and people alone. */
    public static Assignment bySuggestion(String lead) {
        return new Assignment(lead, List.of(), null);
    }
}
