package cn.minyi5.contracts.language;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which a rule says no. The code is stable and names the text shown to the user (Chinese or English);
 * only the HTTP edge turns the kind into a status.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Among the details of what is refused for now: in how many seconds it is worth another try. */
    public static final String RETRY_AFTER = "retryAfterSeconds";

    /** What sort of no it is. */
    public enum Kind {
        /** The input is wrong: 400. */
        INVALID,
        /** Not this role's business: 403. */
        FORBIDDEN,
        /** Not there, or not for these eyes: 404. */
        NOT_FOUND,
        /** Not in this state: 409. */
        CONFLICT,
        /** Understood, but contradicts something said before: 422. */
        CONTRADICTION,
        /** Not so often: 429. */
        TOO_MANY,
        /** Something that it needs does not answer at the moment: 503. */
        AWAY
    }

    private final Kind kind;
    private final String code;
    private final @Nullable String field;
    private final transient Map<String, Object> details = new LinkedHashMap<>();

    private Refusal(Kind kind, String code, @Nullable String field) {
        // Without a stack: a no is no failure, and of a sheet there may be as many as it has rows.
        super(code, null, false, false);
        this.kind = kind;
        this.code = code;
        this.field = field;
    }

    /** @param field where in the input, such as {@code requests[2].categoryCode} */
    public static Refusal invalid(String code, String field) {
        return new Refusal(Kind.INVALID, code, field);
    }

    /**
     * What a text means; null stays null.
     *
     * @param reading such as {@code Duration::parse} or {@code Light::valueOf}
     * @throws Refusal {@link #invalid} with the text as its {@code value}, if it cannot be read
     */
    public static <T> @Nullable T ifUnreadable(
            String code, String field, @Nullable String text, Function<String, T> reading) {
        try {
            return text == null ? null : reading.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw invalid(code, field).with("value", text);
        }
    }

    public static Refusal notFound(String code) {
        return new Refusal(Kind.NOT_FOUND, code, null);
    }

    public static Refusal conflict(String code) {
        return new Refusal(Kind.CONFLICT, code, null);
    }

    public static Refusal forbidden(String code) {
        return new Refusal(Kind.FORBIDDEN, code, null);
    }

    public static Refusal contradiction(String code, String field) {
        return new Refusal(Kind.CONTRADICTION, code, field);
    }

    /** @param wait until it is worth another try */
    public static Refusal tooMany(String code, Duration wait) {
        return new Refusal(Kind.TOO_MANY, code, null).with(RETRY_AFTER, Math.max(1, wait.toSeconds()));
    }

    /** @param wait until it is worth another try */
    public static Refusal away(String code, Duration wait) {
        return new Refusal(Kind.AWAY, code, null).with(RETRY_AFTER, Math.max(1, wait.toSeconds()));
    }

    /** Adds a value that the text shows, such as what would have been right. */
    public Refusal with(String name, Object value) {
        details.put(name, value);
        return this;
    }

    /** The same no about a field that is called otherwise here, such as a column of a file. */
    public Refusal at(String otherField) {
        var same = new Refusal(kind, code, otherField);
        same.details.putAll(details);
        return same;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public @Nullable String field() {
        return field;
    }

    public Map<String, Object> details() {
        return details;
    }
}
