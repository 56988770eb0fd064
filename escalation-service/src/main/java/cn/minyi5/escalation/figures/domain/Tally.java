package cn.minyi5.escalation.figures.domain;

/** How many rows stand behind a figure, and how many of them are counted. */
public record Tally(long counted, long all) {

    public static final Tally NOTHING = new Tally(0, 0);
}
