package cn.minyi5.escalation.bulletin.application;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.figures.application.Departments;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reads a bulletin and counts its figures from the frozen rows. */
@ApplicationScoped
public class ReadBulletin {

    private final Bulletins bulletins;
    private final Departments departments;

    ReadBulletin(Bulletins bulletins, Departments departments) {
        this.bulletins = bulletins;
        this.departments = departments;
    }

    /** @throws Refusal {@code bulletin.unknown} */
    public Uni<IssuedBulletin> handle(UUID id) {
        return bulletins
                .find(id)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("bulletin.unknown"))
                .flatMap(bulletin -> Uni.combine()
                        .all()
                        .unis(bulletins.tallies(id), departments.names())
                        .with((tallies, names) -> IssuedBulletin.of(bulletin, tallies, names)));
    }
}
