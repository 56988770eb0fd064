package cn.minyi5.intake.request;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 公开审核. What the desk decided that everybody may see of a request. */
@Entity
@Table(name = "publication")
class PublicationRow {

    @Id
    UUID requestId;

    boolean isPublic;

    @Nullable
    String text;

    String reviewedBy;
    Instant reviewedAt;
}
