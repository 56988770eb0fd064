package cn.minyi5.intake.tracking.domain;

import cn.minyi5.intake.request.domain.RequestState;

/** 办理进度, in the words of who asked. */
public enum CitizenState {
    RECEIVED,
    SETTLED_ON_SPOT,
    IN_HAND,
    ANSWERED,
    FOLLOWED_UP,
    CLOSED,
    NOT_ACCEPTED,
    WITHDRAWN,
    MERGED;

    static CitizenState of(RequestState state) {
        return switch (state) {
            case FORWARDED, REFERRED -> RECEIVED;
            case RESOLVED_ON_SPOT -> SETTLED_ON_SPOT;
            case IN_HAND -> IN_HAND;
            case ANSWERED -> ANSWERED;
            case FOLLOWED_UP -> FOLLOWED_UP;
            case CLOSED -> CLOSED;
            case NOT_ACCEPTED -> NOT_ACCEPTED;
            case WITHDRAWN -> WITHDRAWN;
            case MERGED -> MERGED;
        };
    }

    /** Of a complaint about officials: whose turn it is would say whom it is about. */
    static CitizenState discreetly(RequestState state) {
        return switch (state) {
            case CLOSED, NOT_ACCEPTED, RESOLVED_ON_SPOT, WITHDRAWN, MERGED -> CLOSED;
            default -> RECEIVED;
        };
    }
}
