package cn.minyi5.notification.template.domain;

/** 措辞. Puts an occasion into words. */
public final class Wording {

    private Wording() {}

    /** A confidential occasion gives away nothing but its number (DOMAIN §7). */
    public static Text of(Occasion occasion, Names names) {
        var template = occasion.confidential()
                ? Template.CONFIDENTIAL
                : Template.valueOf(occasion.code().name());
        return template.fill(occasion.fields(names));
    }
}
