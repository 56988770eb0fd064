package cn.minyi5.intake.grid.http;

import cn.minyi5.intake.grid.application.CountMasterData;
import cn.minyi5.intake.grid.domain.MasterDataCounts;
import cn.minyi5.web.CurrentActor;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/api/master-data")
class MasterDataResource {

    private final CountMasterData countMasterData;
    private final CurrentActor actor;

    MasterDataResource(CountMasterData countMasterData, CurrentActor actor) {
        this.countMasterData = countMasterData;
        this.actor = actor;
    }

    @GET
    @Authenticated
    @Operation(operationId = "countMasterData", summary = "基础数据计数 / How much master data one's jurisdiction has")
    public Uni<MasterDataCounts> count() {
        return countMasterData.handle(actor.get().division());
    }
}
