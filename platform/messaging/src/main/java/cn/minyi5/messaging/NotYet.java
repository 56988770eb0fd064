package cn.minyi5.messaging;

/**
 * What a reaction says of an event that came before the one it needs. The event waits, with all that it would have done
 * undone, and is tried again until what it needs is there, or it is given up as a dead letter (ADR 0018).
 */
public final class NotYet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean behind;

    private NotYet(String needed, boolean behind) {
        super(needed, null, false, false);
        this.behind = behind;
    }

    /** @param needed what it waits for, without anything that leads to a person or a matter */
    public NotYet(String needed) {
        this(needed, false);
    }

    /** An earlier event of its key waits, or is a dead letter: it has not been tried. */
    static NotYet behindAnother() {
        return new NotYet("waits behind an earlier event of its key", true);
    }

    boolean isBehind() {
        return behind;
    }
}
