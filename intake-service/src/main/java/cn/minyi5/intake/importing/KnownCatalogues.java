package cn.minyi5.intake.importing;

import cn.minyi5.contracts.CatalogueEvent.Published;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.ResponsibilityScope;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.intake.importing.domain.KnownCatalogue;
import cn.minyi5.messaging.JsonRows;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What routing has published of the catalogue, within a unit of work. By hand: a version comes as a whole, and is read as
 * one.
 */
@ApplicationScoped
public class KnownCatalogues {

    private static final String KEEP =
            """
            insert into known_catalogue (version, division, effective_from, published_at, departments, scopes)
            select version, coalesce(division, ''), effective_from, happened_at,
                   array(select department ->> 'code' from jsonb_array_elements(departments) as department
                         where coalesce(starts_with(department ->> 'division', told.division), true)), scopes
            from jsonb_to_recordset($1) as told (version int, division text, effective_from date,
                happened_at timestamptz, departments jsonb, scopes jsonb)
            on conflict (division, version) do nothing""";

    /** Those that can be in force in a jurisdiction: its own, and those of the divisions in it and above it. */
    private static final String OF_PLACE =
            """
            select division, effective_from, published_at, departments,
                   array(select scope ->> 'category_prefix' from jsonb_array_elements(scopes) as scope) as categories,
                   array(select scope ->> 'division_prefix' from jsonb_array_elements(scopes) as scope) as places,
                   array(select scope ->> 'urgency' from jsonb_array_elements(scopes) as scope) as urgencies,
                   array(select (scope ->> 'confidential')::bool from jsonb_array_elements(scopes) as scope) as secrecy
            from known_catalogue
            where starts_with(division, $1) or starts_with($1, division)""";

    private final Sql sql;

    KnownCatalogues(Sql sql) {
        this.sql = sql;
    }

    private record Row(
            String division,
            LocalDate effectiveFrom,
            Instant publishedAt,
            List<String> departments,
            List<String> categories,
            List<String> places,
            List<@Nullable Urgency> urgencies,
            List<@Nullable Boolean> secrecy) {

        KnownCatalogue known() {
            var scopes = IntStream.range(0, categories.size())
                    .mapToObj(rule -> new ResponsibilityScope(
                            categories.get(rule), places.get(rule), urgencies.get(rule), secrecy.get(rule)))
                    .toList();
            return new KnownCatalogue(division, effectiveFrom, publishedAt, departments, scopes);
        }
    }

    public Uni<Void> keepAll(List<Received<Published>> received, Instant now) {
        return sql.update(KEEP, JsonRows.ofEvents(received)).replaceWithVoid();
    }

    Uni<List<KnownCatalogue>> of(DivisionCode jurisdiction) {
        return sql.list(Row.class, OF_PLACE, jurisdiction)
                .map(rows -> rows.stream().map(Row::known).toList());
    }

    /** @throws Refusal {@code import.catalogue-unknown}: every forwarded row would be refused */
    Uni<Void> requireOne(DivisionCode jurisdiction) {
        return of(jurisdiction)
                .invoke(known -> {
                    if (known.isEmpty()) {
                        throw Refusal.conflict("import.catalogue-unknown");
                    }
                })
                .replaceWithVoid();
    }
}
