package cn.minyi5.escalation.figures.domain;

import cn.minyi5.contracts.BulletinEvent.Figure;
import cn.minyi5.contracts.language.Refusal;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Figures of DOMAIN §6 that this service counts, in the order in which they are printed. */
public enum FigureCode {
    /** By visit time. */
    COLLECTED("collected", false, false),
    ON_SPOT("on-spot", false, false),
    FORWARDED("forwarded", false, false),
    ON_SPOT_RATE("on-spot-rate", true, false),
    /** SIGN clocks that fell due in the period: stopped in time ÷ all. */
    SIGN_ON_TIME_RATE("sign-on-time-rate", true, true),
    REPLY_ON_TIME_RATE("reply-on-time-rate", true, true),
    /** Dispatches in the period: returned by the department ÷ all. */
    RETURN_RATE("return-rate", true, true),
    /** Dispatches in the period: not solved, so that another round followed ÷ all. */
    REWORK_RATE("rework-rate", true, true),
    /** Follow-ups in the period that answered the question: yes ÷ all. */
    SOLVED_RATE("solved-rate", true, true),
    SATISFIED_RATE("satisfied-rate", true, true),
    /** Follow-ups in the period: with an answer to at least one question ÷ all. */
    ANSWER_RATE("answer-rate", true, true);

    private final String code;
    private final boolean rate;
    private final boolean ofDepartments;

    FigureCode(String code, boolean rate, boolean ofDepartments) {
        this.code = code;
        this.rate = rate;
        this.ofDepartments = ofDepartments;
    }

    public static FigureCode of(String code) {
        return Arrays.stream(values())
                .filter(figure -> figure.code.equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("figure.unknown").with("value", code));
    }

    /** Those that say something about one department: requests have none, work orders have. */
    public static List<FigureCode> ofOneDepartment() {
        return Arrays.stream(values()).filter(figure -> figure.ofDepartments).toList();
    }

    public String code() {
        return code;
    }

    public Figure figure(Tally tally) {
        return rate
                ? new Figure(code, tally.rate(), tally.counted(), tally.rows())
                : new Figure(code, BigDecimal.valueOf(tally.counted()), null, null);
    }
}
