package cn.minyi5.intake.request;

import cn.minyi5.intake.request.domain.Outcome;
import cn.minyi5.intake.request.domain.RecordedRequest;
import cn.minyi5.messaging.EnumColumn;
import cn.minyi5.privacy.Encrypted;
import jakarta.persistence.Column;
import jakarta.persistence.Converter;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request as it is stored, with the personal data and, in the store of keys, their key; a submission writes it. */
@Entity
@Table(name = "request")
@SecondaryTable(schema = "keys", name = "data_key", pkJoinColumns = @PrimaryKeyJoinColumn(name = "id"))
@SecondaryTable(name = "particulars", pkJoinColumns = @PrimaryKeyJoinColumn(name = "request_id"))
class RequestRow {

    @Id
    UUID id;

    @Embedded
    RecordedRequest request;

    @Column(table = "data_key")
    byte @Nullable [] wrappedKey;

    @Column(table = "particulars")
    byte @Nullable [] content;

    /** Null where none were given or their key was deleted. */
    @Nullable
    Encrypted personalData() {
        return wrappedKey == null || content == null ? null : new Encrypted(wrappedKey, content);
    }

    @Converter(autoApply = true)
    static class OutcomeColumn extends EnumColumn<Outcome> {}
}
