package cn.minyi5.contracts.language;

import java.util.Set;

/**
 * How far a life that is brought along has come, so that the import can refuse what routing's rules would refuse: routing
 * tests that both agree.
 *
 * @param next what can be done to the order now
 * @param returns how often it was returned
 * @param ruled whether the supervision office has said whose it is: nobody can return it again
 * @param round 1, and one more for each follow-up that said "not solved"
 */
public record PastStage(Set<PastStep> next, int returns, boolean ruled, int round) {

    private static final Set<PastStep> AWAITING_DISPATCH = Set.of(PastStep.DISPATCH);
    private static final Set<PastStep> AWAITING_SIGN = Set.of(PastStep.SIGN, PastStep.RETURN);
    private static final Set<PastStep> IN_PROGRESS = Set.of(PastStep.REPLY, PastStep.RETURN);
    private static final Set<PastStep> RETURN_REVIEW = Set.of(PastStep.ACCEPT_RETURN, PastStep.REJECT_RETURN);
    private static final Set<PastStep> REPLY_REVIEW = Set.of(PastStep.SEND_REPLY_BACK, PastStep.ACCEPT_REPLY);

    /** Forwarded, and with the desk. */
    public static final PastStage FORWARDED = new PastStage(AWAITING_DISPATCH, 0, false, 1);

    /**
     * @param solved what a follow-up said; of no matter to other steps
     * @param field where in the input the step stands
     * @throws Refusal {@code history.step-impossible}
     */
    public PastStage after(PastStep step, Answer solved, String field) {
        if (!next.contains(step) || step == PastStep.RETURN && ruled) {
            throw Refusal.invalid("history.step-impossible", field).with("step", step.name());
        }
        return switch (step) {
            case DISPATCH -> to(AWAITING_SIGN);
            case SIGN, REJECT_RETURN, SEND_REPLY_BACK -> to(IN_PROGRESS);
            case RETURN ->
                new PastStage(returns > 0 ? Set.of(PastStep.RULE) : RETURN_REVIEW, returns + 1, ruled, round);
            case ACCEPT_RETURN -> to(AWAITING_DISPATCH);
            case RULE -> new PastStage(AWAITING_SIGN, returns, true, round);
            case REPLY -> to(REPLY_REVIEW);
            case ACCEPT_REPLY -> to(Set.of(PastStep.FOLLOW_UP));
            case FOLLOW_UP ->
                solved == Answer.NO ? new PastStage(AWAITING_SIGN, returns, ruled, round + 1) : to(Set.of());
        };
    }

    private PastStage to(Set<PastStep> then) {
        return new PastStage(then, returns, ruled, round);
    }
}
