package cn.minyi5.intake.importing.application;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Ids of history: made of source and ref (UUIDv5), so that the same row is the same request in every import. */
record HistoryIds(String source) {

    private static final UUID NAMESPACE = UUID.fromString("0e3c3a0c-7d0b-5f6e-9c5b-6d696e796935");

    UUID visit(String ref) {
        return id("visit", ref);
    }

    UUID request(String ref) {
        return id("request", ref);
    }

    private UUID id(String kind, String ref) {
        return UuidCreator.getNameBasedSha1(NAMESPACE, source + "/" + kind + "/" + ref);
    }
}
