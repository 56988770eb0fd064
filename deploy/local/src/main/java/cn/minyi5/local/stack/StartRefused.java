package cn.minyi5.local.stack;

/** The stack cannot be started like this; the message says what to do, and needs no stack trace. */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefused(String message) {
        super(message);
    }
}
