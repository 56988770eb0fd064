package cn.minyi5.routing.suggestion;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.messaging.InTurn;
import cn.minyi5.routing.catalogue.Departments;
import cn.minyi5.routing.suggestion.domain.SuggestedLead;
import cn.minyi5.routing.suggestion.domain.SuggestionPolicy;
import cn.minyi5.routing.workorder.domain.CitizenRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * 按建议派单. To whom a request goes that the catalogue says nothing about, where a policy lets the suggestion decide: a
 * county without such a policy, which is every county at first, costs one question to the database.
 */
@ApplicationScoped
public class DecideBySuggestion {

    private final SuggestionPolicies policies;
    private final SuggestionModels models;
    private final Departments departments;

    DecideBySuggestion(SuggestionPolicies policies, SuggestionModels models, Departments departments) {
        this.policies = policies;
        this.models = models;
        this.departments = departments;
    }

    /** In the unit of work that is open. @return by request, where a suggestion decides */
    public Uni<Map<UUID, SuggestedLead>> all(Collection<CitizenRequest> undecided) {
        var counties = undecided.stream()
                .filter(request -> !request.confidential())
                .map(DecideBySuggestion::county)
                .collect(Collectors.toSet());
        return counties.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : policies.inForce(counties).flatMap(inForce -> decided(undecided, inForce));
    }

    private Uni<Map<UUID, SuggestedLead>> decided(
            Collection<CitizenRequest> undecided, List<SuggestionPolicy> policies) {
        var decided = new HashMap<UUID, SuggestedLead>();
        return InTurn.each(undecided, request -> policies.stream()
                        .filter(policy -> policy.isAbout(request.grid(), request.categoryCode()))
                        .findFirst()
                        .map(policy -> decide(request, policy)
                                .invoke(lead -> lead.ifPresent(found -> decided.put(request.requestId(), found))))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .replaceWith(decided);
    }

    private Uni<Optional<SuggestedLead>> decide(CitizenRequest request, SuggestionPolicy policy) {
        return models.inForce(new DivisionCode(county(request)))
                .flatMap(model -> model == null
                        ? Uni.createFrom().item(Optional.empty())
                        : departments
                                .codesAt(request.grid().division())
                                .map(known -> policy.decide(
                                        model.version(),
                                        model.model().departmentsOf(request.text(), request.grid(), known))));
    }

    private static String county(CitizenRequest request) {
        return request.grid().division().county().value();
    }
}
