package cn.minyi5.intake.request.domain;

import cn.minyi5.contracts.language.Refusal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 联系方式. How to reach the citizen; somebody without a contact is anonymous. */
public record Contact(@Nullable String name, @Nullable Phone phone, @Nullable String address) {

    /** 联系电话. A mainland mobile or a landline with its area code, as digits alone. */
    public record Phone(String digits) {

        /** As it is written, in characters. */
        public static final int LONGEST = 40;

        private static final Pattern WRITTEN_BETWEEN = Pattern.compile("[\\s()（）-]");
        private static final Pattern COUNTRY_CODE = Pattern.compile("^(\\+|00)86");
        private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
        private static final Pattern LANDLINE = Pattern.compile("0[1-9]\\d{1,2}[2-8]\\d{6,7}");

        /** Blanks, dashes, brackets and the country code may be there and are left out; a refusal repeats no number. */
        static Phone of(String written) {
            if (written.length() > LONGEST) {
                throw malformed();
            }
            var bare = WRITTEN_BETWEEN.matcher(written).replaceAll("");
            var digits = COUNTRY_CODE.matcher(bare).replaceFirst("");
            if (!MOBILE.matcher(digits).matches() && !LANDLINE.matcher(digits).matches()) {
                throw malformed();
            }
            return new Phone(digits);
        }

        private static Refusal malformed() {
            return Refusal.invalid("contact.phone-malformed", "contact.phone");
        }
    }

    public static final int LONGEST_NAME = 50;
    public static final int LONGEST_ADDRESS = 200;

    /** Blank parts count as absent. */
    public static Contact of(@Nullable String name, @Nullable String phone, @Nullable String address) {
        if (isBlank(name) && isBlank(phone)) {
            throw Refusal.invalid("contact.empty", "contact");
        }
        return new Contact(
                isBlank(name) ? null : FreeText.checked(name, LONGEST_NAME, "contact.name-too-long", "contact.name"),
                isBlank(phone) ? null : Phone.of(phone),
                isBlank(address)
                        ? null
                        : FreeText.checked(address, LONGEST_ADDRESS, "contact.address-too-long", "contact.address"));
    }

    private static boolean isBlank(@Nullable String part) {
        return part == null || part.isBlank();
    }
}
