package cn.minyi5.intake.policycard.domain;

import cn.minyi5.contracts.language.Refusal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 政策明白卡.
 *
 * @param id known to the division by it
 * @param category code of one, such as {@code GS02}, or of a whole group, such as {@code GS}
 * @param source who has decreed it, where and when
 * @param validUntil the last day on which it is shown; null: until another one is published
 */
public record PolicyCard(
        String id, String category, String title, String text, String source, @Nullable LocalDate validUntil) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

    public PolicyCard {
        if (!ID.matcher(id).matches()) {
            throw Refusal.invalid("policy-card.id-malformed", "id");
        }
    }

    public boolean speaksOf(String categoryCode) {
        return categoryCode.startsWith(category);
    }

    public boolean isShownOn(LocalDate day) {
        return validUntil == null || !day.isAfter(validUntil);
    }
}
