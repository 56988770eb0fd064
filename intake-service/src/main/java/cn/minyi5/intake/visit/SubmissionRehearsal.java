package cn.minyi5.intake.visit;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.VisitForm;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.request.domain.Contact;
import cn.minyi5.intake.visit.domain.Visit;
import cn.minyi5.messaging.Rehearsed;
import cn.minyi5.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The submission of a visit, walked by a team that there is. By hand: a question that no use-case asks. */
@ApplicationScoped
class SubmissionRehearsal implements Rehearsed {

    private static final String SOME_TEAM =
            """
            select team.code, team.grid_code, category.code as category_code
            from visit_team team join category on starts_with(team.grid_code, category.division) limit 1""";

    private final Sql sql;
    private final Submissions submissions;

    SubmissionRehearsal(Sql sql, Submissions submissions) {
        this.sql = sql;
        this.submissions = submissions;
    }

    private record Team(String code, GridCode gridCode, String categoryCode) {}

    @Override
    public Uni<Void> rehearse(Instant now) {
        return sql.first(Team.class, SOME_TEAM)
                .flatMap(team -> team == null
                        ? Uni.createFrom().voidItem()
                        : submissions.storePast(List.of(submission(team, now))).replaceWithVoid());
    }

    private Submission submission(Team team, Instant now) {
        var contact = Contact.of("彩排", "13800000000", null);
        var request = CitizenRequest.of(UUID.randomUUID(), team.categoryCode(), "彩排：路灯不亮", contact, null);
        var visit = new Visit(UUID.randomUUID(), team.gridCode(), VisitForm.FIELD, now, List.of(request));
        return new Submission(visit, true, team.code(), "rehearsal", "rehearsal", List.of());
    }
}
