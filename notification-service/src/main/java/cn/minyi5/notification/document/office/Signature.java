package cn.minyi5.notification.document.office;

/**
 * 署名和成文日期 without a seal (GB/T 9704-2012, 7.3.5.2): the office ends two characters from the right, the date begins
 * two characters to the right of the office; a date that would not fit ends two characters from the right itself, and the
 * office moves to the left. Distances in characters.
 */
record Signature(String office, double rightOfOffice, String date, double rightOfDate) {

    private static final double FREE = 2;
    private static final double SHIFT = 2;

    static Signature of(String office, String date) {
        var rightOfDate = FREE + width(office) - SHIFT - width(date);
        if (rightOfDate >= FREE || width(date) <= width(office)) {
            return new Signature(office, FREE, date, rightOfDate);
        }
        return new Signature(office, FREE + SHIFT + width(date) - width(office), date, FREE);
    }

    /** Digits and letters are half as wide as Chinese characters. */
    static double width(String text) {
        return text.codePoints().mapToDouble(c -> c < 0x2000 ? 0.5 : 1).sum();
    }
}
