package cn.minyi5.intake.request;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.intake.grading.domain.GradingRules;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.request.domain.RecordedRequest;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Takes a request that nobody was told on a visit: it goes to a department, and the team of its grid brings the answer. */
@ApplicationScoped
public class ReceivedRequests {

    private final Transactions transactions;
    private final Outbox outbox;
    private final PersonalDataProtection protection;

    ReceivedRequests(Transactions transactions, Outbox outbox, PersonalDataProtection protection) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.protection = protection;
    }

    /** Tells whether the same was received before. */
    public String fingerprint(Object content) {
        return protection.fingerprint(content);
    }

    /**
     * Stores and announces it in the transaction that is open.
     *
     * @param team that walks the grid
     * @param rules by which it is graded: no secretary has said how urgent it is
     */
    public Uni<Void> take(CitizenRequest request, GridCode grid, String team, GradingRules rules, Instant receivedAt) {
        var content = protection.protect(request);
        var proposal = rules.propose(request.categoryCode(), content.text());
        var row = new RequestRow();
        row.id = request.id();
        row.request = new RecordedRequest(
                null,
                1,
                grid,
                team,
                request.categoryCode(),
                proposal.urgencyUnless(request.urgency()),
                content.text(),
                request.outcome(),
                null,
                receivedAt,
                false,
                null,
                content.queryCode().value(),
                proposal.urgency(),
                proposal.category(),
                proposal.reason());
        var encrypted = content.personalData();
        if (encrypted != null) {
            row.wrappedKey = encrypted.wrappedKey();
            row.content = encrypted.content();
        }
        return transactions
                .session()
                .insert(row)
                .invoke(() -> outbox.announce(
                        row.request.event(row.id, content.citizen(), content.blindWords(), null), receivedAt));
    }
}
