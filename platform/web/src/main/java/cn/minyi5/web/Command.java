package cn.minyi5.web;

import cn.minyi5.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to be done.
 *
 * @param operation what is done to what, such as {@code sign/0198…}: a key is good for one operation
 * @param key the Idempotency-Key; null runs the work every time
 * @param body what was sent, as this service understood it; sent again under the same key it must be the same
 */
public record Command(Actor actor, String operation, @Nullable String key, @Nullable Object body) {}
