package cn.minyi5.intake.request;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.intake.attachment.ReceivedFile;
import cn.minyi5.intake.attachment.ReceivedPictures;
import cn.minyi5.intake.attachment.ReceivedPictures.Stored;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.request.domain.RecordedRequest;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Takes a request that nobody was told on a visit: it goes to a department, and the team of its grid brings the answer. */
@ApplicationScoped
public class ReceivedRequests {

    private final Transactions transactions;
    private final Outbox outbox;
    private final PersonalDataProtection protection;
    private final ReceivedPictures pictures;

    ReceivedRequests(
            Transactions transactions, Outbox outbox, PersonalDataProtection protection, ReceivedPictures pictures) {
        this.transactions = transactions;
        this.pictures = pictures;
        this.outbox = outbox;
        this.protection = protection;
    }

    /** Tells whether the same was received before. */
    public String fingerprint(Object content) {
        return protection.fingerprint(content);
    }

    /** Looks at pictures and stores them, before the transaction that hangs them on their request. */
    public Uni<Stored> keep(List<ReceivedFile> photos) {
        return pictures.store(photos);
    }

    /** In the transaction that has taken the request. @param by who sent them */
    public Uni<Void> hang(Stored kept, UUID requestId, String by, String team, Instant now) {
        return pictures.hang(kept, requestId, by, team, now);
    }

    /**
     * Stores and announces it in the transaction that is open.
     *
     * @param team that walks the grid
     * @param grading no secretary has said how urgent it is
     */
    public Uni<Void> take(
            CitizenRequest request,
            GridCode grid,
            String team,
            UnaryOperator<RecordedRequest> grading,
            Instant receivedAt) {
        var content = protection.protect(request);
        var row = new RequestRow();
        row.id = request.id();
        row.request = grading.apply(new RecordedRequest(
                null,
                1,
                grid,
                team,
                request.categoryCode(),
                Objects.requireNonNullElse(request.urgency(), Urgency.NORMAL),
                content.text(),
                request.outcome(),
                null,
                receivedAt,
                false,
                null,
                content.queryCode().value(),
                null,
                null,
                null));
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
