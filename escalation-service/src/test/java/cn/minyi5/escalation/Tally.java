package cn.minyi5.escalation;

/** What a test has counted by itself. */
record Tally(long counted, long all) {

    Tally plus(boolean one) {
        return new Tally(counted + (one ? 1 : 0), all + 1);
    }
}
