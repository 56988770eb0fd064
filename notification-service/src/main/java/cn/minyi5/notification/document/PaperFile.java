package cn.minyi5.notification.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file as it was written once. @param sha256 in hex */
public record PaperFile(byte[] bytes, String sha256) {

    static PaperFile of(byte[] bytes) {
        try {
            return new PaperFile(
                    bytes,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
