package cn.minyi5.backends;

/** Whether what was acknowledged survives a power cut. A killed process loses nothing in either. */
public enum Durability {
    /** Every commit and every record reaches the disk before it is acknowledged. */
    SAFE,
    /** The operating system writes when it likes: for tests. */
    FAST
}
