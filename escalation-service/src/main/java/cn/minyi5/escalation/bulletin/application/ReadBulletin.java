package cn.minyi5.escalation.bulletin.application;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.bulletin.domain.Bulletin;
import cn.minyi5.escalation.figures.application.Departments;
import cn.minyi5.escalation.sight.Sight;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reads a bulletin, its figures counted from the frozen rows, and those rows. */
@ApplicationScoped
public class ReadBulletin {

    private final Bulletins bulletins;
    private final FrozenRows frozenRows;
    private final Departments departments;

    ReadBulletin(Bulletins bulletins, FrozenRows frozenRows, Departments departments) {
        this.bulletins = bulletins;
        this.frozenRows = frozenRows;
        this.departments = departments;
    }

    /** @throws Refusal {@code bulletin.unknown} */
    public Uni<FrozenRows.NumberedRows> rows(UUID id, int afterNo, int limit, Sight sight) {
        return known(id).flatMap(bulletin -> frozenRows.list(id, afterNo, limit, sight));
    }

    /** @throws Refusal {@code bulletin.unknown} */
    public Uni<IssuedBulletin> handle(UUID id) {
        return known(id).flatMap(bulletin -> Uni.combine()
                .all()
                .unis(frozenRows.tallies(id), departments.names())
                .with((tallies, names) -> IssuedBulletin.of(bulletin, tallies, names)));
    }

    private Uni<Bulletin> known(UUID id) {
        return bulletins.find(id).onItem().ifNull().failWith(() -> Refusal.notFound("bulletin.unknown"));
    }
}
