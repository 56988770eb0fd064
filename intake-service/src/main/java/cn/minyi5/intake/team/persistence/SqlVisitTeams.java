package cn.minyi5.intake.team.persistence;

import cn.minyi5.intake.team.application.VisitTeams;
import cn.minyi5.intake.team.domain.VisitTeam;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

@ApplicationScoped
class SqlVisitTeams implements VisitTeams {

    private static final String KEEP_TEAM =
            """
            insert into visit_team (code, grid_code) values ($1, $2)
            on conflict (code) do update set grid_code = excluded.grid_code""";

    private static final String FORGET_MEMBERS = "delete from team_member where team_code = any ($1)";

    private static final String KEEP_MEMBER =
            "insert into team_member (team_code, number, name, role) values ($1, $2, $3, $4)";

    private static final String OF_GRIDS =
            "select grid_code, min(code) as code from visit_team where grid_code = any ($1) group by grid_code";

    @Override
    public Uni<Void> keep(Transaction tx, List<VisitTeam> teams) {
        if (teams.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var codes = teams.stream().map(VisitTeam::code).toArray(String[]::new);
        var teamTuples = teams.stream()
                .map(team -> Tuple.of(team.code(), team.grid().value()))
                .toList();
        var memberTuples = teams.stream()
                .flatMap(team -> team.members().stream()
                        .map(member -> Tuple.of(
                                team.code(),
                                member.number(),
                                member.name(),
                                member.role().name())))
                .toList();
        return tx.connection()
                .preparedQuery(KEEP_TEAM)
                .executeBatch(teamTuples)
                .chain(() -> tx.connection().preparedQuery(FORGET_MEMBERS).execute(Tuple.of(codes)))
                .chain(() -> tx.connection().preparedQuery(KEEP_MEMBER).executeBatch(memberTuples))
                .replaceWithVoid();
    }

    @Override
    public Uni<Map<String, String>> ofGrids(Transaction tx, Collection<String> gridCodes) {
        return tx.connection()
                .preparedQuery(OF_GRIDS)
                .execute(Tuple.of(gridCodes.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getString("grid_code"), row -> row.getString("code"))));
    }
}
