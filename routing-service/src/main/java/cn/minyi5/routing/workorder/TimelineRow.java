package cn.minyi5.routing.workorder;

import cn.minyi5.routing.workorder.domain.TimelineEntry;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A line of a timeline, as it is read; lines are written together and never changed. */
@Entity
@Table(name = "work_order_timeline")
class TimelineRow {

    /** Counts up over all timelines. */
    @Id
    long entry;

    UUID workOrderId;

    @Embedded
    @AttributeOverride(name = "by", column = @Column(name = "done_by"))
    TimelineEntry line;
}
