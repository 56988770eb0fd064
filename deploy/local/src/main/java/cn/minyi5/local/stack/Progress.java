package cn.minyi5.local.stack;

import java.time.Duration;

/** Hears of what the stack is doing. */
public interface Progress {

    /** Says nothing. */
    Progress SILENT = (part, took) -> {};

    /** A part answers; {@code took} counts from when it was told to start. */
    void ready(String part, Duration took);
}
