package cn.minyi5.escalation.policy;

import cn.minyi5.escalation.policy.domain.SlaPolicy;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Converter;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.UUID;

/** One version of a policy: added, never changed or removed. */
@Entity
@Table(name = "sla_policy")
class SlaPolicyRow {

    @Id
    UUID id;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "id", insertable = false, updatable = false))
    @AttributeOverride(name = "terms.allowed", column = @Column(name = "allowed_millis"))
    @AttributeOverride(name = "terms.noticeAfter", column = @Column(name = "notice_after_millis"))
    SlaPolicy policy;

    @Converter(autoApply = true)
    static class MillisColumn implements AttributeConverter<Duration, Long> {

        @Override
        public Long convertToDatabaseColumn(Duration length) {
            return length.toMillis();
        }

        @Override
        public Duration convertToEntityAttribute(Long millis) {
            return Duration.ofMillis(millis);
        }
    }

    static SlaPolicyRow of(SlaPolicy policy) {
        var row = new SlaPolicyRow();
        row.id = policy.id();
        row.policy = policy;
        return row;
    }
}
