package cn.minyi5.intake.importing;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.web.sheet.RefusedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which of the good rows are new, how many are there already, and which contradict what is there. */
record SortedRequests(List<PastRequest> fresh, int alreadyThere, List<RefusedRow> contradicting) {

    /** @param there fingerprints, by id, of the visits and requests that are there */
    static SortedRequests sort(List<PastRequest> requests, Map<UUID, String> there) {
        var fresh = new ArrayList<PastRequest>();
        var contradicting = new ArrayList<RefusedRow>();
        var alreadyThere = 0;
        for (var request : requests) {
            var before = there.get(request.requestId());
            if (differs(there.get(request.visitId()), request.visitFingerprint())) {
                contradicting.add(refused(request, Refusal.contradiction("visit.differs", "visit_ref")));
            } else if (differs(before, request.requestFingerprint())) {
                contradicting.add(refused(request, Refusal.contradiction("history.row-differs", "request_ref")));
            } else if (before == null) {
                fresh.add(request);
            } else {
                alreadyThere++;
            }
        }
        return new SortedRequests(fresh, alreadyThere, contradicting);
    }

    private static boolean differs(@Nullable String before, String now) {
        return before != null && !before.equals(now);
    }

    private static RefusedRow refused(PastRequest request, Refusal why) {
        return new RefusedRow(request.read().row(), why);
    }
}
