package cn.minyi5.intake.request.application;

import cn.minyi5.access.Actor;
import cn.minyi5.access.Roles;
import cn.minyi5.intake.request.domain.RequestReader;

/** Makes a reader of requests from who is asking: only what comes with a role counts. */
final class RequestReaders {

    private RequestReaders() {}

    static RequestReader of(Actor actor) {
        var ofTeam = actor.is(Roles.SECRETARY) || actor.is(Roles.TEAM_LEADER);
        var ofDepartment = actor.is(Roles.CLERK) || actor.is(Roles.DEPARTMENT_HEAD);
        return new RequestReader(
                actor.division(),
                ofTeam ? actor.team() : null,
                ofDepartment ? actor.department() : null,
                actor.is(Roles.DISPATCHER),
                actor.is(Roles.SUPERVISOR));
    }
}
