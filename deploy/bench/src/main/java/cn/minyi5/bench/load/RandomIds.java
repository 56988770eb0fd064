package cn.minyi5.bench.load;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Random UUIDs (version 4) for a measurement: not secret, and so without the cost of secrecy. */
public final class RandomIds {
    private static final long VERSION_4 = 0x4000L;
    private static final long VERSION_BITS = 0xF000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;

    private RandomIds() {}

    public static UUID next() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong() & ~VERSION_BITS | VERSION_4, random.nextLong() & ~VARIANT_BITS | VARIANT);
    }
}
