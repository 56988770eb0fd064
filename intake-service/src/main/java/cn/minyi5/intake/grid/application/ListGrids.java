package cn.minyi5.intake.grid.application;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.intake.grid.domain.Grid;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The grids of a jurisdiction, page by page. */
@ApplicationScoped
public class ListGrids {

    private final Grids grids;

    ListGrids(Grids grids) {
        this.grids = grids;
    }

    /** One page and how many grids there are in all. */
    public record Listed(List<Grid> grids, long total) {}

    public Uni<Listed> handle(DivisionCode jurisdiction, @Nullable GridCode after, int limit) {
        return Uni.combine()
                .all()
                .unis(grids.page(jurisdiction, after == null ? null : after.value(), limit), grids.count(jurisdiction))
                .with(Listed::new);
    }
}
