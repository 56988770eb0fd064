package cn.minyi5.intake.request.domain;

import cn.minyi5.contracts.language.PlainText;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.privacy.Masking;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What every text that a person writes must keep: within its limit, and one that can be stored and shown. */
public final class FreeText {

    public static final int LONGEST_REASON = 200;

    private FreeText() {}

    /**
     * Why somebody does what is logged: 1 to {@value #LONGEST_REASON} characters, without phone and identity numbers.
     *
     * @param ifMissing names the field
     */
    public static String reason(@Nullable String written, Refusal ifMissing) {
        if (written == null || written.isBlank()) {
            throw ifMissing;
        }
        return Masking.text(FreeText.checked(
                written, LONGEST_REASON, "reason.too-long", Objects.requireNonNull(ifMissing.field())));
    }

    /** Returns the text without blanks around it. @param longest in characters (code points) */
    public static String checked(String written, int longest, String tooLongCode, String field) {
        var text = written.strip();
        var length = text.codePointCount(0, text.length());
        if (length > longest) {
            throw Refusal.invalid(tooLongCode, field).with("longest", longest).with("length", length);
        }
        return PlainText.checked(text, field);
    }
}
