package cn.minyi5.intake.request.domain;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.Urgency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 民意诉求. What one person asked for.
 *
 * @param urgency the secretary's word; null leaves it to the rules
 * @param text as written: 1 to 2000 characters where a secretary takes it down, more where a standard allows more
 * @param contact absent for the anonymous
 * @param resolution present if settled on the spot, absent if a department must handle it
 * @param aboutOffice a complaint about the supervision office itself: never for its eyes (DOMAIN §7)
 */
public record CitizenRequest(
        UUID id,
        String categoryCode,
        @Nullable Urgency urgency,
        String text,
        @Nullable Contact contact,
        @Nullable OnSpotResolution resolution,
        boolean aboutOffice) {

    /** 现场解决. How it was settled during the visit; 1 to 2000 characters. */
    public record OnSpotResolution(String note) {

        public static final int LONGEST_NOTE = 2000;

        public static OnSpotResolution of(@Nullable String note) {
            if (note == null || note.isBlank()) {
                throw Refusal.invalid("resolution.note-missing", "resolution.note");
            }
            return new OnSpotResolution(
                    FreeText.checked(note, LONGEST_NOTE, "resolution.note-too-long", "resolution.note"));
        }
    }

    public static final int LONGEST_TEXT = 2000;
    public static final int LONGEST_CATEGORY = 20;

    /** Open311 allows 4000, and the place stands behind them. */
    private static final int LONGEST_OF_ALL = 5000;

    /** 对部门作风、工作人员的意见. Complaints about officials: for the supervision office alone (DOMAIN §7). */
    public static final String ABOUT_OFFICIALS = "ZX02";

    public CitizenRequest {
        text = checkedText(text, LONGEST_OF_ALL);
        if (aboutOffice && (!categoryCode.equals(ABOUT_OFFICIALS) || resolution != null)) {
            throw Refusal.invalid("request.not-about-the-office", "aboutSupervisionOffice");
        }
    }

    /** With what every request has, as history and trials tell of it. */
    public static CitizenRequest of(
            UUID id,
            String categoryCode,
            String text,
            @Nullable Contact contact,
            @Nullable OnSpotResolution resolution) {
        return new CitizenRequest(id, categoryCode, Urgency.NORMAL, text, contact, resolution, false);
    }

    /** What cannot be a code is as unknown as a code that nobody loaded. */
    public static String checkedCategory(String code) {
        if (code.length() > LONGEST_CATEGORY || !code.chars().allMatch(Character::isLetterOrDigit)) {
            throw Refusal.invalid("request.category-unknown", "categoryCode").with("categoryCode", "");
        }
        return code;
    }

    /** Of a request that is taken down on a visit. */
    public static String checkedText(String written) {
        return checkedText(written, LONGEST_TEXT);
    }

    private static String checkedText(String written, int longest) {
        if (written.isBlank()) {
            throw Refusal.invalid("request.text-missing", "text");
        }
        return FreeText.checked(written, longest, "request.text-too-long", "text");
    }

    public boolean aboutOfficials() {
        return categoryCode.equals(ABOUT_OFFICIALS);
    }

    public Outcome outcome() {
        if (aboutOffice) {
            return Outcome.REFERRED;
        }
        return resolution == null ? Outcome.FORWARDED : Outcome.RESOLVED_ON_SPOT;
    }
}
