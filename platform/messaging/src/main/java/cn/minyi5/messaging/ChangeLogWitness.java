package cn.minyi5.messaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;

/**
 * What a service says of its chain in the statement that links it, to a topic that only grows (ADR 0019): whoever can
 * write the database anew cannot take it back.
 *
 * @param first the number of a link
 * @param hashes of that link and of those that follow it, in hex
 */
record ChangeLogWitness(long first, List<String> hashes) {

    static final String TYPE = "change-log.linked.v1";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** It has one partition, so that what was said first is read first, and is kept as long as the log. */
    static String topicOf(String service) {
        return service + ".change-log-witness";
    }

    /** @throws IOException if the bytes are no witness */
    static ChangeLogWitness read(byte[] bytes) throws IOException {
        return JSON.readValue(bytes, ChangeLogWitness.class);
    }
}
