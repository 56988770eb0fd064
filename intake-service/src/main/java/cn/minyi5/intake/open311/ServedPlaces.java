package cn.minyi5.intake.open311;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.open311.domain.Whereabouts;
import cn.minyi5.intake.open311.domain.Whereabouts.NamedVillage;
import cn.minyi5.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose requests are served, what can be asked for there, and in which grid a matter is. By hand: questions about prefixes
 * and names. Within a unit of work.
 */
@ApplicationScoped
public class ServedPlaces {

    /** Counties that have a grid. */
    private static final String COUNTIES =
            """
            select code from division
            where level = 'COUNTY' and exists (select from grid where starts_with(grid.code, division.code))
            order by code limit 2""";

    private static final String IS_SERVED = "select exists (select from grid where starts_with(code, $1))";

    /** Where two divisions have given a code, that of the nearest; never complaints about officials (DOMAIN §7). */
    private static final String SERVICES =
            """
            select distinct on (code) code, group_name, name from category
            where code <> 'ZX02' and (starts_with($1, division) or starts_with(division, $1))
              and ($2::text is null or code = $2)
            order by code, division desc""";

    /** A village is reached through its first grid; the team of a grid is the first by code where several walk it. */
    private static final String GRID =
            """
            select grid.code, (select min(team.code) from visit_team team where team.grid_code = grid.code) as team
            from grid where starts_with(grid.code, $1) and starts_with(grid.code, $2) order by grid.code limit 1""";

    private static final String NAMED =
            """
            select village.code, village.name, township.name as township
            from division village left join division township on township.code = left(village.code, 9)
            where village.level in ('VILLAGE', 'COMMUNITY') and starts_with(village.code, $1)
              and strpos($2, village.name) > 0
              and exists (select from grid where starts_with(grid.code, village.code))
            order by village.code limit 50""";

    private final Sql sql;

    ServedPlaces(Sql sql) {
        this.sql = sql;
    }

    /** 诉求类别, as a service that can be asked for. */
    public record Service(String code, String groupName, String name) {}

    record WalkedGrid(GridCode code, @Nullable String team) {}

    /**
     * The division that a client means.
     *
     * @param jurisdictionId null: the one county that is served here
     * @throws Refusal {@code open311.jurisdiction-missing}, {@code open311.jurisdiction-unknown}
     */
    Uni<DivisionCode> jurisdiction(@Nullable String jurisdictionId) {
        if (jurisdictionId == null) {
            return sql.values(String.class, COUNTIES).map(ServedPlaces::theOnly);
        }
        return !jurisdictionId.matches("\\d{2,15}")
                ? Uni.createFrom().failure(unknown())
                : sql.value(Boolean.class, IS_SERVED, jurisdictionId).map(served -> {
                    if (!served) {
                        throw unknown();
                    }
                    return new DivisionCode(jurisdictionId);
                });
    }

    private static DivisionCode theOnly(List<String> counties) {
        if (counties.size() > 1) {
            throw Refusal.invalid("open311.jurisdiction-missing", "jurisdiction_id");
        }
        if (counties.isEmpty()) {
            throw unknown();
        }
        return new DivisionCode(counties.get(0));
    }

    private static Refusal unknown() {
        return Refusal.notFound("open311.jurisdiction-unknown");
    }

    Uni<List<Service>> services(DivisionCode jurisdiction) {
        return sql.list(Service.class, SERVICES, jurisdiction, null);
    }

    /** @throws Refusal {@code open311.service-unknown} */
    Uni<Service> service(DivisionCode jurisdiction, String code) {
        return sql.first(Service.class, SERVICES, jurisdiction, code)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("open311.service-unknown"));
    }

    /** The grid in which a matter is, which some team walks. */
    Uni<WalkedGrid> grid(DivisionCode jurisdiction, Whereabouts whereabouts) {
        var addressId = whereabouts.addressId();
        var village = addressId == null
                ? sql.list(NamedVillage.class, NAMED, jurisdiction, whereabouts.address())
                        .map(named -> whereabouts.theOneOf(named).code())
                : Uni.createFrom().item(checked(addressId));
        return village.flatMap(code -> sql.first(WalkedGrid.class, GRID, jurisdiction, code))
                .map(ServedPlaces::walked);
    }

    private static String checked(String addressId) {
        if (!addressId.matches("\\d{12}|\\d{15}")) {
            throw addressUnknown();
        }
        return addressId;
    }

    private static WalkedGrid walked(@Nullable WalkedGrid grid) {
        if (grid == null) {
            throw addressUnknown();
        }
        if (grid.team() == null) {
            throw Refusal.invalid("grid.without-team", "address_id")
                    .with("gridCode", grid.code().value());
        }
        return grid;
    }

    private static Refusal addressUnknown() {
        return Refusal.invalid("open311.address-id-unknown", "address_id");
    }
}
