package cn.minyi5.intake.masterdata.domain;

import cn.minyi5.contracts.language.Refusal;
import jakarta.persistence.Embeddable;
import java.util.regex.Pattern;

/**
 * 诉求类别.
 *
 * @param code two letters for the group, two digits for the category, such as {@code GS02}
 * @param division whose administrator brought it: another county may give the code to another category
 * @param resolveWorkingDays within which a request should be resolved; 1 to 365
 */
public record Category(
        String code,
        String division,
        String group,
        String name,
        Likelihood onSpotLikelihood,
        int resolveWorkingDays,
        Demands demands) {

    /**
     * What a category demands beside words.
     *
     * @param photoRequired 现场照片: whatever is settled on the spot is shown by a photo
     * @param onSpotCheckRequired 现场核验: a department's reply says how it was checked on the spot
     */
    @Embeddable
    public record Demands(boolean photoRequired, boolean onSpotCheckRequired) {

        public static final Demands NOTHING = new Demands(false, false);
    }

    /** How often requests of a category are settled on the spot: high, medium, low. */
    public enum Likelihood {
        H,
        M,
        L
    }

    private static final Pattern CODE = Pattern.compile("[A-Z]{2}\\d{2}");

    public Category {
        if (!CODE.matcher(code).matches()) {
            throw Refusal.invalid("category.code-malformed", "code");
        }
        if (resolveWorkingDays < 1 || resolveWorkingDays > 365) {
            throw Refusal.invalid("category.days-out-of-range", "resolve_working_days");
        }
    }
}
