package cn.minyi5.intake.grid.application;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.intake.grid.domain.MasterDataCounts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** How much master data a jurisdiction has. */
@ApplicationScoped
public class CountMasterData {

    private final Grids grids;

    CountMasterData(Grids grids) {
        this.grids = grids;
    }

    public Uni<MasterDataCounts> handle(DivisionCode jurisdiction) {
        return grids.masterData(jurisdiction);
    }
}
