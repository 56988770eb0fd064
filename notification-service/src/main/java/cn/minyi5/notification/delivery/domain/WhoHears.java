package cn.minyi5.notification.delivery.domain;

import static cn.minyi5.notification.recipient.domain.Role.CLERK;
import static cn.minyi5.notification.recipient.domain.Role.DEPARTMENT_HEAD;
import static cn.minyi5.notification.recipient.domain.Role.DISPATCHER;
import static cn.minyi5.notification.recipient.domain.Role.SECRETARY;
import static cn.minyi5.notification.recipient.domain.Role.SUPERVISOR;
import static cn.minyi5.notification.recipient.domain.Role.TEAM_LEADER;

import cn.minyi5.notification.template.domain.Occasion;
import java.util.List;

/** 谁该知道. The one place that says who is told of what (DOMAIN §5 for the ladder, §7 for the confidential). */
public final class WhoHears {

    private WhoHears() {}

    public static List<Audience> of(Occasion occasion) {
        if (occasion.confidential()) {
            return List.of(Audience.everywhere(SUPERVISOR, occasion));
        }
        return switch (occasion.code()) {
            case DISPATCHED, REMINDER -> List.of(Audience.inDepartment(CLERK, occasion));
            case RETURN_REQUESTED -> List.of(Audience.everywhere(DISPATCHER, occasion));
            case REPLY_ACCEPTED ->
                List.of(Audience.inTeam(SECRETARY, occasion), Audience.inTeam(TEAM_LEADER, occasion));
            case RED ->
                List.of(Audience.inDepartment(CLERK, occasion), Audience.inDepartment(DEPARTMENT_HEAD, occasion));
            case NOTICE ->
                List.of(Audience.inDepartment(DEPARTMENT_HEAD, occasion), Audience.everywhere(SUPERVISOR, occasion));
            case BULLETIN ->
                List.of(Audience.everywhere(SUPERVISOR, occasion), Audience.everywhere(DEPARTMENT_HEAD, occasion));
        };
    }
}
