package cn.minyi5.web;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.HourlyUpkeep;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * A POST that is repeated with the same Idempotency-Key by the same person gets the first answer; with another body it
 * gets 422. Key, effect and answer commit together, so a lost answer can be asked for again, also after a crash.
 */
@ApplicationScoped
public class Idempotency {

    static final int LONGEST_KEY = 200;
    private static final String CLAIM =
            """
            insert into idempotent_answer (actor, key, operation, body_hash) values ($1, $2, $3, $4)
            on conflict do nothing""";
    private static final String FIRST =
            "select operation, body_hash, answer from idempotent_answer where actor = $1 and key = $2";
    private static final String KEEP =
            "update idempotent_answer set status = $3, answer = $4 where actor = $1 and key = $2";

    private final Transactions transactions;
    private final Sql sql;
    private final ObjectMapper json;

    Idempotency(Transactions transactions, Sql sql, ObjectMapper json) {
        this.transactions = transactions;
        this.sql = sql;
        this.json = json;
    }

    /** A phone that was off for a season still gets its first answer. */
    @Produces
    @Singleton
    static HourlyUpkeep answers() {
        return new HourlyUpkeep("delete from idempotent_answer where first_at < $1", Duration.ofDays(90));
    }

    /**
     * Runs the work in one transaction and answers with what it returns; the command sent again gets the first answer.
     *
     * @param answer a record that JSON can carry: it is kept with the key
     * @throws Refusal {@code idempotency.key-too-long}, {@code idempotency.body-differs}
     */
    public <T> Uni<T> once(Command command, Class<T> answer, Function<Instant, Uni<T>> work) {
        var key = command.key();
        if (key == null || key.isBlank()) {
            return transactions.run(now -> work.apply(now).invoke(done -> logged(write(done))));
        }
        refuseIfTooLong(key);
        // Over the body as this service understood it.
        var hash = DigestUtils.sha256Hex(write(command.body()));
        var actor = command.actor().id();
        return transactions.run(now -> sql.update(CLAIM, actor, key, command.operation(), hash)
                .flatMap(claimed -> claimed == 1
                        ? work.apply(now)
                                .invoke(done -> transactions.atCommit(KEEP, actor, key, 200, logged(write(done))))
                        : sql.first(First.class, FIRST, actor, key)
                                .invoke(() -> transactions.logged().nothingChanged())
                                .map(first -> first.requireSame(command.operation(), hash))
                                .map(first -> read(first.answer(), answer))));
    }

    /** What is told to nobody is known by its answer. */
    private String logged(String answer) {
        transactions.logged().content(answer.getBytes(StandardCharsets.UTF_8));
        return answer;
    }

    private record First(String operation, String bodyHash, String answer) {

        First requireSame(String asked, String hash) {
            if (!operation.equals(asked) || !bodyHash.equals(hash)) {
                throw Refusal.contradiction("idempotency.body-differs", "Idempotency-Key");
            }
            return this;
        }
    }

    private <T> T read(String answer, Class<T> type) {
        try {
            // Offsets stay as they were written: the answer is rendered once more, and must be the same.
            return json.readerFor(type)
                    .without(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    .readValue(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept answer cannot be read as " + type, e);
        }
    }

    /** @throws Refusal {@code idempotency.key-missing}: a POST that creates must name one; {@code idempotency.key-too-long} */
    public static String required(@Nullable String key) {
        if (key == null || key.isBlank()) {
            throw Refusal.invalid("idempotency.key-missing", "Idempotency-Key");
        }
        refuseIfTooLong(key);
        return key;
    }

    private static void refuseIfTooLong(String key) {
        if (key.length() > LONGEST_KEY) {
            throw Refusal.invalid("idempotency.key-too-long", "Idempotency-Key").with("longest", LONGEST_KEY);
        }
    }

    private String write(@Nullable Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an answer cannot be written", e);
        }
    }
}
