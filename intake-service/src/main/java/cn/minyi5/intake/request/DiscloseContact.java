package cn.minyi5.intake.request;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.domain.FreeText;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.privacy.Masking;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows a citizen's contact to those who may ask for it; nobody sees it without leaving name and reason in the log. */
@ApplicationScoped
public class DiscloseContact {

    private static final int LONGEST_REASON = 200;

    private final Transactions transactions;
    private final Requests requests;
    private final PersonalDataProtection protection;

    DiscloseContact(Transactions transactions, Requests requests, PersonalDataProtection protection) {
        this.transactions = transactions;
        this.requests = requests;
        this.protection = protection;
    }

    public Uni<PersonalData> disclose(UUID requestId, @Nullable String reason, Actor actor) {
        var checkedReason = checked(reason);
        return transactions.run(now -> requests.find(requestId)
                .map(found -> contact(requestId, found, actor))
                .call(shown ->
                        transactions.session().insert(ContactDisclosureRow.of(requestId, actor, checkedReason, now))));
    }

    private PersonalData contact(UUID requestId, Requests.@Nullable Found found, Actor actor) {
        if (found == null || !RequestAccess.of(actor).mayAskForContactOf(found.tracked())) {
            throw Refusal.notFound("request.unknown");
        }
        var personalData = protection.decrypt(requestId, found.row().personalData());
        if (personalData.anonymous()) {
            throw Refusal.notFound("contact.unknown");
        }
        return personalData;
    }

    private static String checked(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("disclosure.reason-missing", "reason");
        }
        return Masking.text(FreeText.checked(reason, LONGEST_REASON, "disclosure.reason-too-long", "reason"));
    }
}
