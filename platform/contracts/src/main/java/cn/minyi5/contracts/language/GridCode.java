package cn.minyi5.contracts.language;

/** 网格. 15 digits: the village's 12 and 3 of its own (DOMAIN §2). */
public record GridCode(String value) {

    public GridCode {
        if (!value.matches("\\d{15}")) {
            throw Refusal.invalid("grid.code-malformed", "gridCode").with("value", value);
        }
    }

    public DivisionCode division() {
        return new DivisionCode(value);
    }

    /** 属地镇街. The 9-digit township or subdistrict. */
    public DivisionCode township() {
        return new DivisionCode(value.substring(0, 9));
    }
}
