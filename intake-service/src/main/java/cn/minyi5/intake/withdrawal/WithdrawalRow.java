package cn.minyi5.intake.withdrawal;

import cn.minyi5.intake.withdrawal.domain.Withdrawal;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A withdrawal, once for each request. */
@Entity
@Table(name = "withdrawal")
class WithdrawalRow {

    @Id
    UUID requestId;

    @Embedded
    Withdrawal withdrawal;

    static WithdrawalRow of(UUID requestId, Withdrawal withdrawal) {
        var row = new WithdrawalRow();
        row.requestId = requestId;
        row.withdrawal = withdrawal;
        return row;
    }
}
