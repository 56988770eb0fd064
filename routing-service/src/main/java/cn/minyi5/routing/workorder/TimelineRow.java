package cn.minyi5.routing.workorder;

import cn.minyi5.messaging.EnumColumn;
import cn.minyi5.routing.workorder.domain.Action;
import cn.minyi5.routing.workorder.domain.Transition.TimelineEntry;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Converter;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A line of a timeline; lines are written together and never changed. */
@Entity
@Table(name = "work_order_timeline")
class TimelineRow {

    /** Counts up over all timelines. */
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long entry;

    UUID workOrderId;

    @Embedded
    @AttributeOverride(name = "by", column = @Column(name = "done_by"))
    TimelineEntry line;

    static TimelineRow of(UUID workOrderId, TimelineEntry line) {
        var row = new TimelineRow();
        row.workOrderId = workOrderId;
        row.line = line;
        return row;
    }

    @Converter(autoApply = true)
    static class ActionColumn extends EnumColumn<Action> {}
}
