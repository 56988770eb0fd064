package cn.minyi5.intake.visit;

import cn.minyi5.intake.visit.domain.RecordedVisit;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A visit as it is stored; a submission writes it. */
@Entity
@Table(name = "visit")
class VisitRow {

    @Id
    UUID id;

    @Embedded
    RecordedVisit visit;
}
