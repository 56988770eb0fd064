package cn.minyi5.messaging;

import cn.minyi5.contracts.language.DivisionCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What an envelope says beside its event, as CloudEvents extensions (ADR 0018).
 *
 * @param sequence orders the events of one aggregate: each has a higher one than all before; null where they have none
 * @param division whose business it is, as a prefix; null where nobody can tell
 * @param confidential that nothing may lead back to what it is about; its division is the county then (ADR 0016)
 */
public record Extensions(@Nullable Long sequence, @Nullable String division, boolean confidential) {

    static final Extensions NONE = new Extensions(null, null, false);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ABOUT_OFFICIALS = "ZX02";

    public static Extensions of(DivisionCode division, boolean confidential) {
        return new Extensions(null, (confidential ? division.county() : division).value(), confidential);
    }

    /** Of an event of an aggregate that counts them. */
    public Extensions counted(long number) {
        return new Extensions(number, division, confidential);
    }

    /** With what the event itself says of its place, where the envelope says nothing. */
    Extensions orOf(byte[] data) {
        if (division != null) {
            return this;
        }
        try {
            var event = JSON.readTree(data);
            var facts = event.path("facts");
            var secret = event.path("confidential").asBoolean()
                    || facts.path("confidential").asBoolean()
                    || event.path("categoryCode").asText().equals(ABOUT_OFFICIALS);
            for (var place : new JsonNode[] {event.path("gridCode"), facts.path("gridCode"), event.path("division")}) {
                if (place.isTextual()) {
                    var code = new DivisionCode(place.asText());
                    return new Extensions(sequence, (secret ? code.county() : code).value(), secret);
                }
            }
            return new Extensions(sequence, null, secret);
        } catch (IOException | RuntimeException unreadable) {
            return this;
        }
    }
}
