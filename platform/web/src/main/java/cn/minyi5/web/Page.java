package cn.minyi5.web;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. {@code next} goes into {@code after} of the next call and is null on the last page;
 * {@code total} counts everything that matches, where the list counts.
 */
public record Page<T>(List<T> items, @Nullable String next, @Nullable Long total) {

    /** What to ask a list for: only with one entry too many is it known whether there is another page. */
    public static int oneMoreThan(int limit) {
        return limit + 1;
    }

    /**
     * @param found at most one more than the limit
     * @param position of an entry, behind which the next page begins
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, ?> position, @Nullable Long total) {
        var items = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? String.valueOf(position.apply(items.get(limit - 1))) : null;
        return new Page<>(items, next, total);
    }

    /** Of a list whose every entry says how many match in all. */
    public static <T> Page<T> counted(List<T> found, int limit, Function<T, ?> position, ToLongFunction<T> total) {
        return of(found, limit, position, found.isEmpty() ? 0 : total.applyAsLong(found.get(0)));
    }

    public <V> Page<V> map(Function<T, V> view) {
        return new Page<>(items.stream().map(view).toList(), next, total);
    }
}
