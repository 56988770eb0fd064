package cn.minyi5.intake.attachment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The data key of one attachment, in the store of keys: without it nobody can see the picture. */
@Entity
@Table(schema = "keys", name = "data_key")
class AttachmentKeyRow {

    static final String KIND = "attachment";

    /** Of the file. */
    @Id
    UUID id;

    byte[] wrappedKey;

    /** What the encrypted bytes are bound to. */
    static String about(UUID file) {
        return KIND + "/" + file;
    }
}
