package cn.minyi5.intake.request.domain;

import cn.minyi5.contracts.language.Refusal;
import org.jspecify.annotations.Nullable;

/** 联系方式. How to reach the citizen; somebody without a contact is anonymous. */
public record Contact(@Nullable String name, @Nullable Phone phone, @Nullable String address) {

    public static final int LONGEST_NAME = 50;
    public static final int LONGEST_ADDRESS = 200;

    /**
     * Blank parts count as absent.
     *
     * @throws Refusal {@code contact.empty}, {@code contact.name-too-long}, {@code contact.address-too-long},
     *     {@code contact.phone-malformed}, {@code text.control-character}
     */
    public static Contact of(@Nullable String name, @Nullable String phone, @Nullable String address) {
        if (isBlank(name) && isBlank(phone)) {
            throw Refusal.invalid("contact.empty", "contact");
        }
        return new Contact(
                name == null || name.isBlank()
                        ? null
                        : FreeText.checked(name, LONGEST_NAME, "contact.name-too-long", "contact.name"),
                phone == null || phone.isBlank() ? null : phone(phone),
                address == null || address.isBlank()
                        ? null
                        : FreeText.checked(address, LONGEST_ADDRESS, "contact.address-too-long", "contact.address"));
    }

    private static Phone phone(String written) {
        try {
            return Phone.of(written);
        } catch (Refusal refusal) {
            throw refusal.at("contact.phone");
        }
    }

    private static boolean isBlank(@Nullable String part) {
        return part == null || part.isBlank();
    }
}
