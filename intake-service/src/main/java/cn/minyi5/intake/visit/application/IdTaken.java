package cn.minyi5.intake.visit.application;

/** The id of the visit or of one of its requests is there already; nothing was written. */
public final class IdTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IdTaken(Throwable cause) {
        super(cause);
    }
}
