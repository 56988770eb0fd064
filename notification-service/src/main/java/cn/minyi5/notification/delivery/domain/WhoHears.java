package cn.minyi5.notification.delivery.domain;

import cn.minyi5.notification.recipient.domain.Audience;
import cn.minyi5.notification.recipient.domain.Audience.Reach;
import cn.minyi5.notification.recipient.domain.Role;
import cn.minyi5.notification.template.domain.NotificationTrigger;
import cn.minyi5.notification.template.domain.NotificationTrigger.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** 谁该知道. The one place that says who is told of what (DOMAIN §5 for the ladder, §7 for the confidential). */
public final class WhoHears {

    /** What is confidential and yet not for the county's office. */
    private static final Set<Kind> OWN_AUDIENCE = Set.of(Kind.ABOUT_THE_OFFICE, Kind.NOBODY_READS);

    private WhoHears() {}

    public static List<Audience> of(NotificationTrigger trigger) {
        if (trigger.confidential() && !OWN_AUDIENCE.contains(trigger.kind())) {
            return List.of(countyOffice(trigger));
        }
        return switch (trigger.kind()) {
            case DISPATCHED,
                    REMINDER,
                    RETURN_REJECTED,
                    REPLY_SENT_BACK,
                    WITHDRAWN,
                    EXTENSION_DENIED,
                    RESUMED,
                    PART_HANDED_IN -> List.of(inDepartment(Role.CLERK, trigger));
            case QUEUED, RETURN_REQUESTED, EXTENSION_REQUESTED, BACK_AT_THE_DESK ->
                List.of(everywhere(Role.DISPATCHER, trigger));
            case EXTENDED, SUSPENDED ->
                List.of(
                        inDepartment(Role.CLERK, trigger),
                        inTeam(Role.SECRETARY, trigger),
                        inTeam(Role.TEAM_LEADER, trigger));
            case SUSPENSION_PROPOSED -> List.of(countyOffice(trigger));
            case SUSPENSION_DENIED -> List.of(inDepartment(Role.DEPARTMENT_HEAD, trigger));
            case REPLY_ACCEPTED, NOT_ACCEPTED, MERGED, ANSWERED_OUTSIDE, MONTH_BEGAN, MONTH_ENDED ->
                List.of(inTeam(Role.SECRETARY, trigger), inTeam(Role.TEAM_LEADER, trigger));
            case RED -> List.of(inDepartment(Role.CLERK, trigger), inDepartment(Role.DEPARTMENT_HEAD, trigger));
            case NOTICE -> List.of(inDepartment(Role.DEPARTMENT_HEAD, trigger), everywhere(Role.SUPERVISOR, trigger));
            case REVIEW_REMINDER, REVIEW_RED -> List.of(everywhere(Role.DISPATCHER, trigger));
            case ARBITRATION_REQUESTED, ARBITRATION_REMINDER, ARBITRATION_RED -> List.of(countyOffice(trigger));
            case NOBODY_FOUND, NOBODY_READS -> instead(trigger);
            // A township is a department too, and hears of a list of its county.
            case HANDED_OVER ->
                trigger.department() == null
                        ? List.of(everywhere(Role.DISPATCHER, trigger))
                        : List.of(listed(Role.CLERK, trigger), listed(Role.DEPARTMENT_HEAD, trigger));
            case ABOUT_THE_OFFICE -> List.of(inDepartment(Role.SUPERVISOR, trigger));
            case BULLETIN -> List.of(reading(Role.SUPERVISOR, trigger), reading(Role.DEPARTMENT_HEAD, trigger));
        };
    }

    /**
     * Who is told that nobody was found: the desk of the place. Of what is confidential the desk hears nothing, and the
     * county's administrators hear that something waits, so that they can say who is to read it.
     */
    public static List<Audience> instead(NotificationTrigger trigger) {
        if (trigger.confidential()) {
            return List.of(ofCounty(Role.ADMINISTRATOR, trigger));
        }
        return trigger.workOrder() == null ? List.of() : List.of(everywhere(Role.DISPATCHER, trigger));
    }

    private static Audience countyOffice(NotificationTrigger trigger) {
        return ofCounty(Role.SUPERVISOR, trigger);
    }

    private static Audience ofCounty(Role role, NotificationTrigger trigger) {
        return new Audience(role, null, null, trigger.place(), Reach.COUNTY_OFFICE);
    }

    private static Audience everywhere(Role role, NotificationTrigger trigger) {
        return new Audience(role, null, null, trigger.place(), Reach.ANSWERING);
    }

    private static Audience inDepartment(Role role, NotificationTrigger trigger) {
        return new Audience(role, Objects.requireNonNull(trigger.department()), null, trigger.place(), Reach.ANSWERING);
    }

    private static Audience listed(Role role, NotificationTrigger trigger) {
        return new Audience(role, trigger.department(), null, trigger.place(), Reach.READING);
    }

    private static Audience inTeam(Role role, NotificationTrigger trigger) {
        return new Audience(role, null, Objects.requireNonNull(trigger.team()), trigger.place(), Reach.ANSWERING);
    }

    private static Audience reading(Role role, NotificationTrigger trigger) {
        return new Audience(role, null, null, trigger.place(), Reach.READING);
    }
}
