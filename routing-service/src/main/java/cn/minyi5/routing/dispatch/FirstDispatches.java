package cn.minyi5.routing.dispatch;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.RequestEvent.Brought;
import cn.minyi5.routing.catalogue.CataloguesInForce;
import cn.minyi5.routing.catalogue.domain.ResponsibilityCatalogue;
import cn.minyi5.routing.suggestion.DecideBySuggestion;
import cn.minyi5.routing.suggestion.domain.SuggestedLead;
import cn.minyi5.routing.workorder.RoutingConfig;
import cn.minyi5.routing.workorder.domain.CitizenRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** To whom new requests go first: by the catalogue, and where it names nobody, by a suggestion that a policy lets decide. */
@ApplicationScoped
class FirstDispatches {

    private final CataloguesInForce catalogues;
    private final DecideBySuggestion suggestions;
    private final RoutingConfig config;

    FirstDispatches(CataloguesInForce catalogues, DecideBySuggestion suggestions, RoutingConfig config) {
        this.catalogues = catalogues;
        this.suggestions = suggestions;
        this.config = config;
    }

    /** @param inForce by request, the id of the one that was in force */
    Uni<Decisions> of(Collection<RequestEvent.Forwarded> forwarded, Map<UUID, Integer> inForce) {
        return catalogues.published(new HashSet<>(inForce.values())).flatMap(known -> {
            var byCatalogue = new Decisions(known, inForce, Map.of());
            var undecided = forwarded.stream()
                    .filter(event -> inForce.containsKey(event.requestId()) && event.history() == null)
                    .map(CitizenRequest::of)
                    .filter(request -> byCatalogue.of(request, null).assignment() == null)
                    .toList();
            return suggestions.all(undecided).map(leads -> new Decisions(known, inForce, leads));
        });
    }

    /** What is said about the requests of a batch. */
    final class Decisions {

        private final Map<Integer, ResponsibilityCatalogue> known;
        private final Map<UUID, Integer> inForce;
        private final Map<UUID, SuggestedLead> suggested;

        private Decisions(
                Map<Integer, ResponsibilityCatalogue> known,
                Map<UUID, Integer> inForce,
                Map<UUID, SuggestedLead> suggested) {
            this.known = known;
            this.inForce = inForce;
            this.suggested = suggested;
        }

        FirstDispatch of(CitizenRequest request, @Nullable Brought brought) {
            var county = request.grid().division().county().value();
            var confidentialLead = config.confidentialLeads().getOrDefault(county, config.confidentialLead());
            var catalogue = known.get(inForce.get(request.requestId()));
            return FirstDispatch.of(request, brought, catalogue, confidentialLead)
                    .orElse(suggested.get(request.requestId()));
        }
    }
}
