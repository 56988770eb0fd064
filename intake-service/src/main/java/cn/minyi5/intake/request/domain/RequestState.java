package cn.minyi5.intake.request.domain;

import org.jspecify.annotations.Nullable;

/** 诉求状态. Where a request stands, as the team that took it sees it. Derived, never stored. */
public enum RequestState {
    /** 现场解决. */
    RESOLVED_ON_SPOT,
    /** 已转交, to the body that the installation names: what becomes of it is not told here. */
    REFERRED,
    /** 已转办, at the desk. */
    FORWARDED,
    /** 办理中, at a department. */
    IN_HAND,
    /** 已答复, to be followed up. */
    ANSWERED,
    /** 已回访; the work order has not closed or gone into rework yet. */
    FOLLOWED_UP,
    /** 办结. */
    CLOSED,
    /** 不予受理. */
    NOT_ACCEPTED,
    /** 撤回, also while the department has yet to hear of it. */
    WITHDRAWN,
    /** 并案: handled with another request, whose answer is told to both. */
    MERGED;

    /**
     * @param followedUpRound the last round that was followed up, 0 if none was
     * @param withdrawn whether the citizen has said that they do not want it any longer; an end that came first stands,
     *     and to be merged is none
     */
    public static RequestState of(
            Outcome outcome, @Nullable KnownWorkOrder order, int followedUpRound, boolean withdrawn) {
        if (outcome == Outcome.RESOLVED_ON_SPOT) {
            return RESOLVED_ON_SPOT;
        }
        if (outcome == Outcome.REFERRED) {
            return REFERRED;
        }
        if (order != null && order.ended() != null) {
            return switch (order.ended()) {
                case CLOSED -> CLOSED;
                case NOT_ACCEPTED -> NOT_ACCEPTED;
                case WITHDRAWN -> WITHDRAWN;
                case MERGED -> withdrawn ? WITHDRAWN : MERGED;
            };
        }
        if (withdrawn) {
            return WITHDRAWN;
        }
        if (order == null) {
            return FORWARDED;
        }
        var answer = order.currentAnswer();
        if (answer != null) {
            return followedUpRound >= answer.round() ? FOLLOWED_UP : ANSWERED;
        }
        return order.holder() == null ? FORWARDED : IN_HAND;
    }
}
