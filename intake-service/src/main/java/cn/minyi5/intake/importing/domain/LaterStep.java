package cn.minyi5.intake.importing.domain;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.PastStep;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.ResultCode;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One more step of a past life, as a row of its own tells it.
 *
 * @param department to which it went, or whose it is in the eyes of who returned it
 * @param words reason, minutes or answer
 * @param solved of a follow-up, as is {@code satisfied}
 */
public record LaterStep(
        PastStep step,
        Instant at,
        @Nullable String department,
        @Nullable String words,
        @Nullable ResultCode resultCode,
        @Nullable Answer solved,
        @Nullable Answer satisfied) {

    public LaterStep {
        switch (step) {
            case DISPATCH -> need(department, "step_department");
            case RETURN, RULE -> {
                need(department, "step_department");
                need(words, "step_words");
            }
            case REJECT_RETURN, SEND_REPLY_BACK -> need(words, "step_words");
            case REPLY -> {
                need(resultCode, "result_code");
                need(words, "reply_text");
            }
            case FOLLOW_UP -> {
                need(solved, "solved");
                need(satisfied, "satisfied");
            }
            case SIGN, ACCEPT_RETURN, ACCEPT_REPLY -> {}
        }
    }

    private static void need(@Nullable Object value, String column) {
        if (value == null) {
            throw Refusal.invalid("csv.cell-missing", column);
        }
    }

    RequestEvent.Step told(UnaryOperator<String> masked) {
        var said = words == null ? null : masked.apply(words);
        return new RequestEvent.Step(step, CountyTime.at(at), department, said, resultCode, solved, satisfied);
    }
}
