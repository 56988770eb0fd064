package cn.minyi5.county.history;

import org.jspecify.annotations.Nullable;

/** 群众. Invented: a number for a name, and a phone number that no operator has. Anonymous without both. */
record Citizen(@Nullable String name, @Nullable String phone) {
    static final Citizen ANONYMOUS = new Citizen(null, null);

    /** @param number 1 to 99999 */
    static Citizen numbered(int number) {
        return new Citizen("群众%05d".formatted(number), "154%08d".formatted(number));
    }
}
