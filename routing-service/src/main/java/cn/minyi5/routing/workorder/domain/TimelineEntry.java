package cn.minyi5.routing.workorder.domain;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a work order's story.
 *
 * @param by who did it: a username, or what decided in a person's place
 * @param department the department that did it or that it concerns; null when it is the desk's own
 * @param words what was said; null when the action says it all
 */
@Embeddable
public record TimelineEntry(
        Instant at, Action action, String by, @Nullable String department, @Nullable String words) {}
