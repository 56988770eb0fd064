package cn.minyi5.local.stack;

import cn.minyi5.county.demo.Narration;

/** The stack cannot be started like this; the message says what to do, and needs no stack trace. */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefused(String message) {
        super(message);
    }

    /** Runs a command; a refusal is told in its own words and ends the JVM with 1. */
    static void tellIfThrownBy(Runnable command) {
        try {
            command.run();
        } catch (StartRefused e) {
            Narration.print(e.getMessage());
            System.exit(1);
        }
    }
}
