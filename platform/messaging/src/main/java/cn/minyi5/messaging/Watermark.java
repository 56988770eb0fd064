package cn.minyi5.messaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * A promise of a relay, one record for a topic: everything that happened up to this moment and was committed lies before
 * these positions. Whoever has handled a partition up to its position knows all there is to know of it (ADR 0003).
 *
 * @param topic as the contracts name it
 * @param before for each partition of the topic, in order; 0 for one that is empty
 */
record Watermark(String topic, Instant upTo, List<Long> before) {

    /** All watermarks of an installation travel here; it has one partition and keeps them for minutes. */
    static final String TOPIC = "watermarks";

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    byte[] write() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IOException if the bytes are no watermark */
    static Watermark read(byte[] bytes) throws IOException {
        return JSON.readValue(bytes, Watermark.class);
    }
}
