package cn.minyi5.intake.request.domain;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.Urgency;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 民意诉求. What one person asked for.
 *
 * @param text 1 to 2000 characters, as written
 * @param contact absent for the anonymous
 * @param resolution present if settled on the spot, absent if a department must handle it
 */
public record CitizenRequest(
        UUID id,
        String categoryCode,
        Urgency urgency,
        String text,
        @Nullable Contact contact,
        @Nullable OnSpotResolution resolution) {

    public static final int LONGEST_TEXT = 2000;

    /** 对部门作风、工作人员的意见. Complaints about officials: for the supervision office alone (DOMAIN §7). */
    public static final String ABOUT_OFFICIALS = "ZX02";

    public CitizenRequest {
        text = checkedText(text);
    }

    public static CitizenRequest ofHistory(
            UUID id,
            String categoryCode,
            String text,
            @Nullable Contact contact,
            @Nullable OnSpotResolution resolution) {
        return new CitizenRequest(id, categoryCode, Urgency.NORMAL, text, contact, resolution);
    }

    public static String checkedText(String written) {
        if (written.isBlank()) {
            throw Refusal.invalid("request.text-missing", "text");
        }
        return FreeText.checked(written, LONGEST_TEXT, "request.text-too-long", "text");
    }

    /** As it is stored, with the words that everybody may read. */
    public RecordedRequest recorded(
            String readableText,
            @Nullable String readableNote,
            UUID visitId,
            int position,
            GridCode gridCode,
            String teamCode,
            Instant visitedAt,
            boolean imported) {
        return new RecordedRequest(
                visitId,
                position,
                gridCode,
                teamCode,
                categoryCode,
                urgency,
                readableText,
                outcome(),
                readableNote,
                visitedAt,
                imported);
    }

    public Outcome outcome() {
        return resolution == null ? Outcome.FORWARDED : Outcome.RESOLVED_ON_SPOT;
    }
}
