package cn.minyi5.intake.team.application;

import cn.minyi5.intake.team.domain.VisitTeam;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Teams that are known. */
public interface VisitTeams {

    /** Adds teams, or puts them in the place of those that had their codes. */
    Uni<Void> keep(Transaction tx, List<VisitTeam> teams);

    /** Code of the team that walks a grid, by grid code; the first by code where several do. */
    Uni<Map<String, String>> ofGrids(Transaction tx, Collection<String> gridCodes);
}
