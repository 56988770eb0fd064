package cn.minyi5.intake.request;

import cn.minyi5.intake.request.domain.KnownWorkOrder;
import cn.minyi5.messaging.EnumColumn;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Converter;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The copy of a work order as it is stored; {@link WorkOrderCopies} writes it. */
@Entity
@Table(name = "known_work_order")
class KnownWorkOrderRow {

    @Id
    UUID id;

    UUID requestId;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "id", insertable = false, updatable = false))
    @AttributeOverride(name = "answer.round", column = @Column(name = "answered_round"))
    @AttributeOverride(name = "answer.text", column = @Column(name = "answer"))
    @AttributeOverride(name = "answer.acceptedAt", column = @Column(name = "answered_at"))
    KnownWorkOrder order;

    @Converter(autoApply = true)
    static class EndingColumn extends EnumColumn<KnownWorkOrder.Ending> {}
}
