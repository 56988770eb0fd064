package cn.minyi5.contracts.language;

/**
 * 行政区划代码. 2 digits name a province, 4 a city, 6 a county, 9 a township, 12 a village or community, 15 a grid: a
 * prefix is a jurisdiction (DOMAIN §2).
 */
public record DivisionCode(String value) {

    private static final int COUNTY_DIGITS = 6;

    public DivisionCode {
        if (!value.matches("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}|\\d{15}")) {
            throw Refusal.invalid("division.code-malformed", "divisionCode").with("value", value);
        }
    }

    /** The county that it lies in; itself if it is a city or a province. */
    public DivisionCode county() {
        return value.length() <= COUNTY_DIGITS ? this : new DivisionCode(value.substring(0, COUNTY_DIGITS));
    }

    /** Whether it is a county or more. */
    public boolean isCountyOrAbove() {
        return value.length() <= COUNTY_DIGITS;
    }

    /** Whether the other place lies in this one, or is this one. */
    public boolean contains(DivisionCode other) {
        return other.value.startsWith(value);
    }
}
