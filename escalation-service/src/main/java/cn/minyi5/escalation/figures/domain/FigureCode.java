package cn.minyi5.escalation.figures.domain;

import cn.minyi5.contracts.BulletinEvent.Figure;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.Tally;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Figures of DOMAIN §6 that this service counts, in the order in which they are printed. */
public enum FigureCode {
    /** By visit time. */
    COLLECTED("collected", false, false),
    ON_SPOT("on-spot", false, false),
    FORWARDED("forwarded", false, false),
    ON_SPOT_RATE("on-spot-rate", true, false),
    /** SIGN clocks that first fell due in the period: stopped in time ÷ all. */
    SIGN_ON_TIME_RATE("sign-on-time-rate", true, true),
    REPLY_ON_TIME_RATE("reply-on-time-rate", true, true),
    /** Distinct orders dispatched in the period. */
    DISPATCHED("dispatched", false, true),
    /** Distinct orders returned in the period, whenever they were dispatched. */
    RETURNED("returned", false, true),
    /** The former ÷ the one before it, and so perhaps more than one; behind it are the rows of both. */
    RETURN_RATE("return-rate", true, true),
    /** Decisions of the desk in the period; a return that the office rules on is neither. */
    RETURNS_ACCEPTED("returns-accepted", false, true),
    RETURNS_REJECTED("returns-rejected", false, true),
    /** Follow-ups in the period that said whether it was solved: not solved ÷ all. */
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

    /** Whose rows are shown as the rows behind it. */
    public List<FigureCode> behind() {
        return this == RETURN_RATE ? List.of(RETURNED, DISPATCHED) : List.of(this);
    }

    /**
     * What was tallied makes the figure. A return rate that has rows of its own was frozen when it counted dispatches
     * that were returned.
     */
    public Figure figure(Map<FigureCode, Tally> tallies) {
        var tally = tallies.getOrDefault(this, Tally.NOTHING);
        if (this == RETURN_RATE && tally.rows() == 0) {
            tally = new Tally(counted(RETURNED, tallies), counted(DISPATCHED, tallies));
        }
        return rate ? Figure.rate(code, tally) : Figure.count(code, tally.counted());
    }

    private static long counted(FigureCode code, Map<FigureCode, Tally> tallies) {
        return tallies.getOrDefault(code, Tally.NOTHING).counted();
    }
}
