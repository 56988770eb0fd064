package cn.minyi5.notification.recipient.application;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.notification.recipient.domain.Recipient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes a list of recipients in: good rows in, bad rows back. Repeating it changes nothing. */
@ApplicationScoped
public class LoadRecipients {

    /** What became of a list. */
    public record Loaded(int accepted, List<RefusedRow> refused) {}

    private final Transactions transactions;
    private final Recipients recipients;

    LoadRecipients(Transactions transactions, Recipients recipients) {
        this.transactions = transactions;
        this.recipients = recipients;
    }

    /**
     * @param csv with a header row
     * @param jurisdiction of who asks: people elsewhere are none of his business
     * @throws Refusal {@code recipients.unreadable}, {@code recipients.columns-missing}
     */
    public Uni<Loaded> handle(String csv, DivisionCode jurisdiction) {
        var sheet = RecipientSheet.read(csv);
        var inside = sheet.good().values().stream()
                .filter(one -> jurisdiction.contains(one.division()))
                .toList();
        return transactions
                .runOld(tx -> recipients.keep(tx, inside, jurisdiction))
                .map(kept -> loaded(sheet, kept));
    }

    private static Loaded loaded(RecipientSheet sheet, Set<String> kept) {
        var refused = new ArrayList<>(sheet.refused());
        sheet.good().entrySet().stream()
                .filter(row -> !kept.contains(row.getValue().username()))
                .map(LoadRecipients::outside)
                .forEach(refused::add);
        refused.sort(Comparator.comparingInt(RefusedRow::row));
        return new Loaded(kept.size(), refused);
    }

    private static RefusedRow outside(Map.Entry<Integer, Recipient> row) {
        return new RefusedRow(
                row.getKey(),
                Refusal.invalid("recipient.outside-jurisdiction", "division")
                        .with("value", row.getValue().username()));
    }
}
