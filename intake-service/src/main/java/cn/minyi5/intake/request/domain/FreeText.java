package cn.minyi5.intake.request.domain;

import cn.minyi5.contracts.language.PlainText;
import cn.minyi5.contracts.language.Refusal;

/** What every text that a person writes must keep: within its limit, and one that can be stored and shown. */
public final class FreeText {

    private FreeText() {}

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
