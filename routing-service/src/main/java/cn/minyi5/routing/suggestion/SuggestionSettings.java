package cn.minyi5.routing.suggestion;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.suggestion.SuggestionView.TrainingView;
import cn.minyi5.web.Command;
import cn.minyi5.web.Idempotency;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a county says about its suggestions: on or off, which version, and that it wants a new one. */
@ApplicationScoped
public class SuggestionSettings {

    private static final int COUNTY_DIGITS = 6;

    /** By hand, like the next: one question to three tables, and an upsert of two columns among many. */
    private static final String STATE =
            """
            select coalesce(setting.enabled, true) as enabled, setting.version as chosen, wanted_at, tried_at, outcome, orders
            from (select $1::text as division) asked
                left join suggestion_setting setting using (division) left join suggestion_training using (division)""";

    private static final String WANT =
            """
            insert into suggestion_training (division, wanted_at, wanted_by) values ($1, $2, $3)
            on conflict (division) do update set wanted_at = excluded.wanted_at, wanted_by = excluded.wanted_by""";

    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Sql sql;
    private final SuggestionModels models;

    SuggestionSettings(Transactions transactions, Idempotency idempotency, Sql sql, SuggestionModels models) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.sql = sql;
        this.models = models;
    }

    /** Whose suggestions an administrator answers for. */
    static DivisionCode county(Actor actor) {
        var division = actor.division();
        if (division.value().length() != COUNTY_DIGITS) {
            throw Refusal.forbidden("suggestion.county-only");
        }
        return division;
    }

    public Uni<SuggestionView> of(DivisionCode jurisdiction) {
        return transactions.read(() -> read(jurisdiction.county()));
    }

    /** The versions that are kept, the newest first. */
    public Uni<List<SuggestionModelView>> models(DivisionCode jurisdiction) {
        return transactions.read(() -> models.all(jurisdiction.county())
                .map(kept -> kept.stream().map(SuggestionModelView::of).toList()));
    }

    /** A copy that is free learns a new model within a minute. */
    public Uni<TrainingView> want(Command command) {
        var county = county(command.actor());
        return idempotency.once(command, TrainingView.class, now -> sql.update(
                        WANT, county, now, command.actor().username())
                .replaceWith(new TrainingView(CountyTime.at(now), null, null, null)));
    }

    /**
     * @param version one that is kept; null is the newest
     * @throws Refusal {@code suggestion.county-only}, {@code suggestion.version-unknown}
     */
    public Uni<SuggestionView> set(Actor actor, boolean enabled, @Nullable Integer version) {
        var county = county(actor);
        var row = new SuggestionSettingRow();
        row.division = county.value();
        row.enabled = enabled;
        row.version = version;
        return transactions.run(now -> requireKept(county, version)
                .chain(() -> transactions.session().upsert(row))
                .chain(() -> read(county)));
    }

    private Uni<Void> requireKept(DivisionCode county, @Nullable Integer version) {
        return version == null
                ? Uni.createFrom().voidItem()
                : models.exists(county, version)
                        .invoke(exists -> {
                            if (!exists) {
                                throw Refusal.invalid("suggestion.version-unknown", "version")
                                        .with("value", version);
                            }
                        })
                        .replaceWithVoid();
    }

    private Uni<SuggestionView> read(DivisionCode county) {
        return sql.first(SuggestionView.Stored.class, STATE, county).flatMap(stored -> models.versionInForce(county)
                .map(version -> SuggestionView.of(county, stored, version)));
    }
}
