package cn.minyi5.messaging;

import java.time.Instant;

/**
 * A promise of a sender, heard on one partition: everything that happened up to this moment and was committed has been
 * sent before this was. Whoever has handled the partition up to here knows all there is to know.
 */
public record Watermark(String topic, int partition, Instant upTo) {
    /** The type under which it travels among the events. */
    static final String TYPE = "watermark.v1";
}
