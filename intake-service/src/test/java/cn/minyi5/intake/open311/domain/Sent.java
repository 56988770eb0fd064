package cn.minyi5.intake.open311.domain;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/** What a client sends, as pairs of name and value. */
final class Sent {

    private Sent() {}

    static Fields fields(String... pairs) {
        var values = new LinkedHashMap<String, List<String>>();
        for (int at = 0; at < pairs.length; at += 2) {
            values.put(pairs[at], Arrays.asList(pairs[at + 1]));
        }
        return new Fields(values);
    }
}
