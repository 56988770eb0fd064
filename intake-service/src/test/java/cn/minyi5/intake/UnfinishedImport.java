package cn.minyi5.intake;

import cn.minyi5.privacy.EnvelopeEncryption;
import io.quarkus.arc.Arc;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** An import as a copy leaves it that dies between two batches: the file still there, the first visits worked off. */
final class UnfinishedImport {

    private UnfinishedImport() {}

    static void leaveAt(String importId, int nextVisit, String file) {
        var id = UUID.fromString(importId);
        var encrypted = Arc.container()
                .instance(EnvelopeEncryption.class)
                .get()
                .encrypt(file.getBytes(StandardCharsets.UTF_8), "import/" + id);
        Tables.change("update keys.data_key set wrapped_key = ? where id = ?", encrypted.wrappedKey(), id);
        Tables.change(
                "update history_import set state = 'RUNNING', next_visit = ?, accepted = ?, already_there = 0, "
                        + "file = ? where id = ?",
                nextVisit,
                nextVisit,
                encrypted.content(),
                id);
    }
}
