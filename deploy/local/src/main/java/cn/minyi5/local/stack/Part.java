package cn.minyi5.local.stack;

import cn.minyi5.backends.OsProcess;

/** One process of the stack. */
interface Part {

    /** As in {@link Stack}'s constants. */
    default String name() {
        return process().name();
    }

    OsProcess process();

    /** Starts it unless it runs; returns when it answers. */
    void start();

    /** Politely; nothing when it does not run. */
    void stop();

    /** SIGKILL, and waits until it is gone; nothing when it does not run. */
    default void kill9() {
        process().kill9();
    }
}
