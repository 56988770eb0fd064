package cn.minyi5.routing.catalogue.http;

import cn.minyi5.routing.catalogue.domain.Responsibility;
import java.util.List;
import java.util.UUID;

/** A rule of the catalogue, as it was sent. */
record RuleView(
        UUID ruleId,
        int row,
        String categoryPrefix,
        String divisionPrefix,
        String lead,
        List<String> assisting,
        String clause) {

    static RuleView of(Responsibility rule) {
        return new RuleView(
                rule.id(),
                rule.row(),
                rule.scope().categoryPrefix(),
                rule.scope().divisionPrefix(),
                rule.lead(),
                rule.assisting(),
                rule.clause());
    }
}
