package cn.minyi5.intake.visit.application;

import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Visits that are brought along from before there was this service. */
public interface PastVisits {

    /** What is there already of these visits and requests: fingerprints by id. */
    Uni<Map<UUID, String>> fingerprints(Transaction tx, Collection<UUID> visitIds, Collection<UUID> requestIds);

    /**
     * Adds visits and requests; those that are there already stay as they are.
     *
     * @param requestFingerprints by request id
     * @return the ids of the visits and requests that were added
     */
    Uni<Set<UUID>> bringIn(Transaction tx, List<RecordedVisit> visits, Map<UUID, String> requestFingerprints);
}
