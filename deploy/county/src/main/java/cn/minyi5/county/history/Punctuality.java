package cn.minyi5.county.history;

import java.util.Random;

/** Whether a department signed within the hour and replied within the two days. */
record Punctuality(boolean signs, boolean replies) {
    private static final double SIGNED_LATE = 0.10;
    private static final double REPLIED_LATE = 0.08;
    private static final int SLOW_SIGNER = 0;
    private static final int SLOW_REPLIER = 1;
    private static final int SLOW_AT_BOTH = 2;
    private static final int PUNCTUAL = 3;

    /** @param index within its month: the first four see to it that every month has late and punctual ones */
    static Punctuality of(int index, Random random) {
        return switch (index) {
            case SLOW_SIGNER -> new Punctuality(false, true);
            case SLOW_REPLIER -> new Punctuality(true, false);
            case SLOW_AT_BOTH -> new Punctuality(false, false);
            case PUNCTUAL -> new Punctuality(true, true);
            default -> new Punctuality(!Chance.of(SIGNED_LATE, random), !Chance.of(REPLIED_LATE, random));
        };
    }
}
