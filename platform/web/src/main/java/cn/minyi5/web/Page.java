package cn.minyi5.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. {@code next} goes into {@code after} of the next call and is null on the last page;
 * {@code total} counts everything that matches, where the list counts.
 */
public record Page<T>(List<T> items, @Nullable String next, @Nullable Long total) {}
