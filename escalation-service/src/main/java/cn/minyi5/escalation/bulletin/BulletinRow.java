package cn.minyi5.escalation.bulletin;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.escalation.bulletin.Bulletins.Bulletin;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/** A {@link Bulletin}, begun without rows and completed in the same transaction. */
@Entity
@Table(name = "bulletin")
class BulletinRow {

    @Id
    UUID id;

    String division;

    /** As yyyy-MM. */
    String month;

    int year;
    int issue;
    int total;
    Instant issuedAt;
    int rows;
    String rowsSha256;

    static BulletinRow begin(DivisionCode division, YearMonth month, int issue, int total, Instant now) {
        var row = new BulletinRow();
        row.id = UuidCreator.getTimeOrderedEpoch();
        row.division = division.value();
        row.month = month.toString();
        row.year = month.getYear();
        row.issue = issue;
        row.total = total;
        row.issuedAt = now;
        row.rowsSha256 = "";
        return row;
    }

    void complete(FrozenRows.Frozen frozen) {
        rows = frozen.rows();
        rowsSha256 = frozen.sha256();
    }

    Bulletin bulletin() {
        var number = "通报 %d年第%d期（总第%d期）".formatted(year, issue, total);
        return new Bulletin(id, division, month, year, issue, total, number, CountyTime.at(issuedAt), rows, rowsSha256);
    }
}
