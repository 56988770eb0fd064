package cn.minyi5.intake.open311;

import cn.minyi5.contracts.language.DivisionCode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "open311_key")
class ApiKeyRow {

    @Id
    UUID id;

    /** For whose places it is good. */
    DivisionCode division;

    /** Of the system that has it. */
    String name;

    String keyHash;
    String issuedBy;
    Instant issuedAt;

    @Nullable
    String revokedBy;

    @Nullable
    Instant revokedAt;
}
