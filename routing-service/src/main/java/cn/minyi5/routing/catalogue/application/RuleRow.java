package cn.minyi5.routing.catalogue.application;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import cn.minyi5.routing.catalogue.domain.Responsibility.Scope;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One row of a table of rules, as it was sent.
 *
 * @param row where it stands; 1 is the header
 */
public record RuleRow(
        int row, String categoryPrefix, String divisionPrefix, String lead, List<String> assisting, String clause) {

    /** @throws Refusal what is wrong with the row, and where */
    Responsibility rule(Set<String> unknownDepartments) {
        requireKnown(lead, "lead", unknownDepartments);
        assisting.forEach(code -> requireKnown(code, "assisting", unknownDepartments));
        return new Responsibility(
                UuidCreator.getTimeOrderedEpoch(),
                row,
                new Scope(categoryPrefix, divisionPrefix),
                lead,
                assisting,
                clause);
    }

    Stream<String> departments() {
        return Stream.concat(Stream.of(lead), assisting.stream())
                .filter(code -> !code.isBlank() && !code.equals(Responsibility.TOWNSHIP));
    }

    private static void requireKnown(String code, String field, Set<String> unknownDepartments) {
        if (unknownDepartments.contains(code)) {
            throw Refusal.invalid("department.unknown", field).with("value", code);
        }
    }
}
