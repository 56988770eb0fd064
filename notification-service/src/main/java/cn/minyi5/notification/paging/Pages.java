package cn.minyi5.notification.paging;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.web.Page;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages are read with one entry too many: only then is it known whether there is another page. */
public final class Pages {

    private Pages() {}

    /** What to ask the list for. */
    public static int oneMoreThan(int limit) {
        return limit + 1;
    }

    /**
     * @param read at most one more than the limit
     * @param key of an entry, after which the next page begins
     */
    public static <T, V> Page<V> of(List<T> read, int limit, Function<T, Object> key, Function<T, V> view, long total) {
        var shown = read.size() > limit ? read.subList(0, limit) : read;
        var next = shown.size() < read.size() ? key.apply(shown.get(limit - 1)).toString() : null;
        return new Page<>(shown.stream().map(view).toList(), next, total);
    }

    /** @throws Refusal {@code page.after-malformed} */
    public static @Nullable UUID after(@Nullable String after) {
        try {
            return after == null || after.isEmpty() ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("page.after-malformed", "after");
        }
    }
}
