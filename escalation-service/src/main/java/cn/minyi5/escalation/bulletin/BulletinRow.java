package cn.minyi5.escalation.bulletin;

import cn.minyi5.escalation.bulletin.domain.Bulletin;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "bulletin")
class BulletinRow {

    @Id
    UUID id;

    @Embedded
    @AttributeOverride(name = "rowsSha256", column = @Column(name = "rows_sha256"))
    Bulletin bulletin;

    static BulletinRow of(UUID id, Bulletin bulletin) {
        var row = new BulletinRow();
        row.id = id;
        row.bulletin = bulletin;
        return row;
    }
}
