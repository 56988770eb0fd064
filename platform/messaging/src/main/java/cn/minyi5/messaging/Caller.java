package cn.minyi5.messaging;

import cn.minyi5.contracts.language.DivisionCode;
import io.smallrye.common.vertx.ContextLocals;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person who calls, from where, and for what: the log tells it of every change that is begun on the context of their
 * call.
 *
 * @param actor the token's subject; null without a token
 * @param roles in alphabetical order, separated by commas
 * @param division the jurisdiction
 * @param address of the client, as far as it is known
 * @param agent the program that called, as it says itself
 * @param operation the operationId of the OpenAPI document
 * @param subject the parameters of the path, separated by slashes; null if there are none
 */
public record Caller(
        @Nullable String actor,
        @Nullable String username,
        @Nullable String roles,
        @Nullable String division,
        @Nullable String address,
        @Nullable String agent,
        String operation,
        @Nullable String subject) {

    private static final String KEY = Caller.class.getName();
    private static final String SHEET = KEY + ".sheet";

    /** Of no jurisdiction, and so on no list of what was done. */
    Caller ofNoDivision() {
        return new Caller(actor, username, roles, null, address, agent, operation, subject);
    }

    /** From now on, on this context. */
    public void calls() {
        ContextLocals.put(KEY, this);
    }

    /**
     * Whoever calls on this context has shown by a key who they are: a system, not a person.
     *
     * @param actor as a token's subject would name it
     */
    public static void knownAs(String actor, String username, DivisionCode division) {
        var caller = current();
        if (caller != null) {
            new Caller(
                            actor,
                            username,
                            caller.roles,
                            division.value(),
                            caller.address,
                            caller.agent,
                            caller.operation,
                            caller.subject)
                    .calls();
        }
    }

    /** Whoever calls on this context brings a sheet: its SHA-256. */
    public static void brings(byte[] digest) {
        ContextLocals.put(SHEET, digest);
    }

    static @Nullable Caller current() {
        return found(KEY);
    }

    /** The digest of what was brought. */
    static byte @Nullable [] sheet() {
        return found(SHEET);
    }

    private static <T> @Nullable T found(String key) {
        try {
            return ContextLocals.<T>get(key).orElse(null);
        } catch (UnsupportedOperationException notOnAContext) {
            return null;
        }
    }

    /** As the first parameters of the SQL function {@code log_change}. */
    Stream<@Nullable Object> who() {
        return Stream.<@Nullable Object>of(actor, username, roles, division, address, agent);
    }
}
