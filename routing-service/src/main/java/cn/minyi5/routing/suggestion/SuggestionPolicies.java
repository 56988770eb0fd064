package cn.minyi5.routing.suggestion;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.suggestion.domain.SuggestionPolicy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 自动派单规则. For which categories of a county suggestions decide, and from how much confidence on. */
@ApplicationScoped
public class SuggestionPolicies {

    /** By hand, like the next: of each category the last word, and a number given in the statement that stores it. */
    private static final String IN_FORCE =
            """
            select division, version, category_code, minimum_confidence
            from (select distinct on (division, category_code) * from suggestion_policy
                  where division = any ($1) order by division, category_code, version desc) last
            where minimum_confidence is not null
            order by division, category_code""";

    private static final String NOBODY_ELSE_SETS =
            "select 1 from pg_advisory_xact_lock(hashtext('policies of ' || $1))";

    private static final String SET =
            """
            insert into suggestion_policy (division, version, category_code, minimum_confidence, set_at, set_by)
            select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5 from suggestion_policy where division = $1
            returning version""";

    private final Transactions transactions;
    private final Sql sql;

    SuggestionPolicies(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** In the unit of work that is open. */
    Uni<List<SuggestionPolicy>> inForce(Collection<String> counties) {
        return sql.list(SuggestionPolicy.class, IN_FORCE, counties);
    }

    public Uni<List<SuggestionPolicy>> of(DivisionCode jurisdiction) {
        return transactions.read(() -> inForce(List.of(jurisdiction.county().value())));
    }

    /** @throws Refusal {@code suggestion.county-only}, or what {@link SuggestionPolicy} refuses */
    public Uni<SuggestionPolicy> set(Actor actor, String category, double minimumConfidence) {
        var county = SuggestionSettings.county(actor);
        var asked = new SuggestionPolicy(county, 0, category, minimumConfidence);
        return store(actor, county, category, asked.minimumConfidence())
                .map(version -> new SuggestionPolicy(county, version, category, minimumConfidence));
    }

    /** What is not there is taken back all the same. */
    public Uni<Void> takeBack(Actor actor, String category) {
        var county = SuggestionSettings.county(actor);
        var asked = new SuggestionPolicy(county, 0, category, 1);
        return store(actor, county, asked.categoryCode(), null).replaceWithVoid();
    }

    private Uni<Integer> store(Actor actor, DivisionCode county, String category, @Nullable Double minimum) {
        return transactions.run(now -> sql.rows(NOBODY_ELSE_SETS, county)
                .chain(() -> sql.value(Integer.class, SET, county, category, minimum, now, actor.username())));
    }
}
