package cn.minyi5.intake.edition;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What is in force at a place, for whoever works by it; within a unit of work. */
@ApplicationScoped
public class PublishedEditions {

    /** By hand: of each code the last version. */
    private static final String IN_FORCE =
            """
            select distinct on (division, code) division, code, cells from edition
            where kind = $1 and published_at is not null and starts_with($2, division)
            order by division, code, version desc""";

    /** Likewise, with those of the divisions below. */
    private static final String AROUND =
            """
            select distinct on (division, code) division, code, cells from edition
            where kind = $1 and published_at is not null
              and (starts_with($2, division) or starts_with(division, $2))
            order by division, code, version desc""";

    private final Sql sql;

    PublishedEditions(Sql sql) {
        this.sql = sql;
    }

    /** Of the divisions in which the place lies. */
    public Uni<List<PublishedEdition>> at(DivisionCode place, EditionKind kind) {
        return sql.list(PublishedEdition.class, IN_FORCE, kind.name(), place);
    }

    /** Of the divisions in which the jurisdiction lies, and of those that lie in it. */
    public Uni<List<PublishedEdition>> around(DivisionCode jurisdiction, EditionKind kind) {
        return sql.list(PublishedEdition.class, AROUND, kind.name(), jurisdiction);
    }
}
