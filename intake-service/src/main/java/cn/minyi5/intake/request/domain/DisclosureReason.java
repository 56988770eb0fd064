package cn.minyi5.intake.request.domain;

import cn.minyi5.contracts.language.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 查看原因. Why somebody needs to see a contact, so that whoever reads the log understands it: four different letters or
 * more, and where nothing of it is Chinese, whose words are shorter, ten letters.
 */
public final class DisclosureReason {

    private static final int FEWEST_DIFFERENT = 4;
    private static final int FEWEST_WITHOUT_CHINESE = 10;

    private DisclosureReason() {}

    /** Returns the reason as it is logged. */
    public static String checked(@Nullable String reason) {
        var checked = FreeText.reason(reason, Refusal.invalid("disclosure.reason-missing", "reason"));
        if (!isWorthTheName(checked)) {
            throw Refusal.invalid("disclosure.reason-too-thin", "reason").with("fewest", FEWEST_DIFFERENT);
        }
        return checked;
    }

    private static boolean isWorthTheName(String reason) {
        var letters = reason.codePoints().filter(Character::isLetter).toArray();
        var different = reason.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetter)
                .distinct()
                .count();
        return different >= FEWEST_DIFFERENT
                && (letters.length >= FEWEST_WITHOUT_CHINESE
                        || reason.codePoints().anyMatch(Character::isIdeographic));
    }
}
