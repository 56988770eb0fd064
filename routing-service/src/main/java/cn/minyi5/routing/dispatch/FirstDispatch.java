package cn.minyi5.routing.dispatch;

import cn.minyi5.contracts.RequestEvent.Brought;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import cn.minyi5.routing.catalogue.domain.ResponsibilityCatalogue;
import cn.minyi5.routing.catalogue.domain.ResponsibilityCatalogue.Decision;
import cn.minyi5.routing.suggestion.domain.SuggestedLead;
import cn.minyi5.routing.workorder.domain.Assignment;
import cn.minyi5.routing.workorder.domain.Assignment.Why;
import cn.minyi5.routing.workorder.domain.CitizenRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 首次派单. To whom a new request goes: by the catalogue, or past it, if it is history that names its lead. What is
 * confidential goes to the supervision office, unless a rule for that alone names the body that answers for it.
 *
 * @param assignment null if a person must decide
 * @param words for the timeline: on what ground, or why a person must
 */
record FirstDispatch(@Nullable Assignment assignment, String words) {

    static FirstDispatch of(
            CitizenRequest request,
            @Nullable Brought brought,
            ResponsibilityCatalogue catalogue,
            String confidentialLead) {
        var decision = catalogue.decide(request.matter());
        if (request.confidential()) {
            return decision instanceof Decision.OneRule one
                    ? by(one)
                    : new FirstDispatch(Assignment.byPerson(confidentialLead, List.of()), "对作风的意见，直送督查部门");
        }
        if (brought != null && brought.lead() != null) {
            return new FirstDispatch(Assignment.byPerson(brought.lead(), brought.assisting()), "历史导入，按原派单");
        }
        if (decision instanceof Decision.OneRule one) {
            return by(one);
        }
        if (decision instanceof Decision.EqualRules equal) {
            var clauses = equal.rules().stream().map(Responsibility::clause).collect(Collectors.joining("；"));
            return new FirstDispatch(null, "权责清单第" + catalogue.version() + "版有同等条目：" + clauses);
        }
        return new FirstDispatch(null, "权责清单没有对应条目");
    }

    /** Where the catalogue names nobody. @param suggested whom a policy lets a suggestion name, or null */
    FirstDispatch orElse(@Nullable SuggestedLead suggested) {
        return assignment != null || suggested == null
                ? this
                : new FirstDispatch(Assignment.bySuggestion(suggested.department()), suggested.words());
    }

    private static FirstDispatch by(Decision.OneRule one) {
        var clause = one.rule().clause();
        var why = new Why(one.rule().ruleId(), one.catalogueVersion(), clause);
        return new FirstDispatch(new Assignment(one.lead(), one.assisting(), why), clause);
    }
}
