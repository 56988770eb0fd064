package cn.minyi5.escalation.policy;

import cn.minyi5.escalation.policy.domain.PolicyScope;
import cn.minyi5.escalation.policy.domain.PolicyTerms;
import cn.minyi5.escalation.policy.domain.SlaPolicy;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One version of a policy: added, never changed or removed. */
@Entity
@Table(name = "sla_policy")
class SlaPolicyRow {

    @Id
    UUID id;

    int version;

    @Embedded
    PolicyScope scope;

    @Embedded
    @AttributeOverride(name = "allowed", column = @Column(name = "allowed_millis"))
    @AttributeOverride(name = "noticeAfter", column = @Column(name = "notice_after_millis"))
    PolicyTerms terms;

    Instant effectiveFrom;

    static SlaPolicyRow of(SlaPolicy policy) {
        var row = new SlaPolicyRow();
        row.id = policy.id();
        row.version = policy.version();
        row.scope = policy.scope();
        row.terms = policy.terms();
        row.effectiveFrom = policy.effectiveFrom();
        return row;
    }

    SlaPolicy policy() {
        return new SlaPolicy(id, version, scope, terms, effectiveFrom);
    }
}
