package cn.minyi5.intake.visit.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Visits that were recorded. */
public interface Visits {

    /**
     * Writes a whole submission in one statement that commits by itself, or nothing. Fails with {@link IdTaken} if an id
     * is there already.
     */
    Uni<Receipt> submit(Submission submission);

    Uni<Earlier> earlier(Submission submission);

    /** The visit, or null. */
    Uni<@Nullable VisitOverview> find(UUID id);

    /** A team's visits, the newest first, from the one that comes after {@code after}. */
    Uni<List<VisitSummary>> page(String teamCode, @Nullable UUID after, int limit);

    Uni<Long> count(String teamCode);
}
