package cn.minyi5.routing.suggestion;

import cn.minyi5.access.Actor;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.catalogue.Departments;
import cn.minyi5.routing.suggestion.domain.Suggestion;
import cn.minyi5.routing.workorder.SeenWorkOrders;
import cn.minyi5.routing.workorder.domain.CitizenRequest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a work order's text speaks for, for whoever may see the order. Nothing is kept, and nothing decided. */
@ApplicationScoped
public class SuggestionQueries {

    private static final SuggestionsView NONE = new SuggestionsView(null, List.of(), List.of());

    private final Transactions transactions;
    private final SeenWorkOrders workOrders;
    private final SuggestionModels models;
    private final Departments departments;

    SuggestionQueries(
            Transactions transactions, SeenWorkOrders workOrders, SuggestionModels models, Departments departments) {
        this.transactions = transactions;
        this.workOrders = workOrders;
        this.models = models;
        this.departments = departments;
    }

    /**
     * @param modelVersion that suggests it; absent where nothing is suggested: too little history, switched off, or a
     *     complaint about officials
     * @param categories three at most, the most probable first
     * @param departments likewise; those that there are no longer are left out
     */
    public record SuggestionsView(
            @Nullable Integer modelVersion, List<Suggestion> categories, List<Suggestion> departments) {}

    public Uni<SuggestionsView> of(Actor actor, UUID id) {
        return transactions.read(() -> workOrders.one(actor, id).flatMap(order -> {
            var request = order.request();
            return request.confidential()
                    ? Uni.createFrom().item(NONE)
                    : models.inForce(request.grid().division().county())
                            .flatMap(model -> model == null ? Uni.createFrom().item(NONE) : suggested(model, request));
        }));
    }

    private Uni<SuggestionsView> suggested(SuggestionModels.Loaded model, CitizenRequest request) {
        return departments
                .codesAt(request.grid().division())
                // A long text takes longer than an event loop may be kept.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(known -> new SuggestionsView(
                        model.version(),
                        model.model().categoriesOf(request.text()),
                        model.model().departmentsOf(request.text(), request.grid(), known)));
    }
}
