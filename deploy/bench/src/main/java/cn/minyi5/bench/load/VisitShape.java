package cn.minyi5.bench.load;

/**
 * What a visit is made of.
 *
 * @param category of all its requests
 * @param forwarded the first of them; the others are settled on the spot
 */
public record VisitShape(String category, int forwarded, int settled) {

    /** One forwarded request. */
    public static VisitShape forwarding(String category) {
        return new VisitShape(category, 1, 0);
    }

    public int requests() {
        return forwarded + settled;
    }
}
