package cn.minyi5.escalation.policy.application;

import cn.minyi5.escalation.policy.domain.PolicyBook;
import cn.minyi5.escalation.policy.domain.SlaPolicy;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;

/** Every version of every policy: a few dozen rows. */
public interface SlaPolicies {

    /** As the transaction sees it. */
    Uni<PolicyBook> book(Transaction tx);

    Uni<PolicyBook> book();

    /** The same, and nobody else adds a version until the end of the transaction. */
    Uni<PolicyBook> bookForAdding(Transaction tx);

    Uni<Void> add(Transaction tx, SlaPolicy policy);
}
