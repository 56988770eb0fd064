package cn.minyi5.intake.open311;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.attachment.ReceivedFile;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/** The photos within a form, as they were sent. */
public record SentPhotos(List<ReceivedFile> files) {

    /** As many as a secretary hangs on a request. */
    public static final int MOST = 6;

    public static SentPhotos of(List<byte[]> sent) {
        if (sent.size() > MOST) {
            throw Refusal.invalid("open311.too-many-photos", "media").with("most", MOST);
        }
        return new SentPhotos(sent.stream().<ReceivedFile>map(Photo::new).toList());
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    List<String> digests() {
        return files.stream()
                .map(file -> HexFormat.of().formatHex(file.sha256()))
                .toList();
    }

    private static final class Photo implements ReceivedFile {

        private final byte[] content;

        Photo(byte[] content) {
            this.content = content;
        }

        @Override
        public byte[] sha256() {
            return DigestUtils.sha256(content);
        }

        @Override
        public byte[] read() {
            return content;
        }
    }
}
