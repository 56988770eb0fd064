package cn.minyi5.bench.reference;

import cn.minyi5.bench.load.RandomIds;
import java.util.UUID;

/** The ids of the one submission that the reference copies. */
public record SampleIds(UUID key, UUID visit, UUID request) {

    public static SampleIds random() {
        return new SampleIds(RandomIds.next(), RandomIds.next(), RandomIds.next());
    }
}
