package cn.minyi5.notification.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.notification.Triggers;
import cn.minyi5.notification.recipient.domain.Audience;
import cn.minyi5.notification.recipient.domain.Recipient;
import cn.minyi5.notification.recipient.domain.Role;
import cn.minyi5.notification.template.domain.NotificationTrigger.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every trigger against somebody of every role: concerned, of another department or team, and of another county. */
class WhoHearsTest {

    private static final List<Recipient> CONCERNED = everybody("ours", "SHUIWU", "T1", "370828");
    private static final List<Recipient> OTHERS = everybody("others", "ZHUJIAN", "T2", "370828");
    private static final List<Recipient> ELSEWHERE = everybody("elsewhere", "SHUIWU", "T1", "370829");

    @ParameterizedTest(name = "{0} is heard by {1}, and of the uninvolved by {2}")
    @CsvSource({
        "QUEUED,           DISPATCHER,                  DISPATCHER",
        "RETURN_REJECTED,  CLERK,                       ''",
        "ARBITRATION_REQUESTED, SUPERVISOR,             SUPERVISOR",
        "REPLY_SENT_BACK,  CLERK,                       ''",
        "NOT_ACCEPTED,     SECRETARY|TEAM_LEADER,       ''",
        "WITHDRAWN,        CLERK,                       ''",
        "EXTENSION_REQUESTED, DISPATCHER,               DISPATCHER",
        "EXTENDED,         CLERK|SECRETARY|TEAM_LEADER, ''",
        "EXTENSION_DENIED, CLERK,                       ''",
        "SUSPENSION_PROPOSED, SUPERVISOR,               SUPERVISOR",
        "SUSPENDED,        CLERK|SECRETARY|TEAM_LEADER, ''",
        "SUSPENSION_DENIED, DEPARTMENT_HEAD,            ''",
        "RESUMED,          CLERK,                       ''",
        "MERGED,           SECRETARY|TEAM_LEADER,       ''",
        "ANSWERED_OUTSIDE, SECRETARY|TEAM_LEADER,       ''",
        "PART_HANDED_IN,   CLERK,                       ''",
        "BACK_AT_THE_DESK, DISPATCHER,                  DISPATCHER",
        "NOBODY_FOUND,     DISPATCHER,                  DISPATCHER",
        "NOBODY_READS,     ADMINISTRATOR,               ADMINISTRATOR",
        "DISPATCHED,       CLERK,                       ''",
        "RETURN_REQUESTED, DISPATCHER,                  DISPATCHER",
        "REPLY_ACCEPTED,   SECRETARY|TEAM_LEADER,       ''",
        "REMINDER,         CLERK,                       ''",
        "RED,              CLERK|DEPARTMENT_HEAD,       ''",
        "NOTICE,           DEPARTMENT_HEAD|SUPERVISOR,  SUPERVISOR",
        "REVIEW_REMINDER,  DISPATCHER,                  DISPATCHER",
        "REVIEW_RED,       DISPATCHER,                  DISPATCHER",
        "ARBITRATION_REMINDER, SUPERVISOR,              SUPERVISOR",
        "ARBITRATION_RED,  SUPERVISOR,                  SUPERVISOR",
        "HANDED_OVER,      CLERK|DEPARTMENT_HEAD,       ''",
        "ABOUT_THE_OFFICE, SUPERVISOR,                  ''",
        "MONTH_BEGAN,      SECRETARY|TEAM_LEADER,       ''",
        "MONTH_ENDED,      SECRETARY|TEAM_LEADER,       ''",
        "BULLETIN,         DEPARTMENT_HEAD|SUPERVISOR,  DEPARTMENT_HEAD|SUPERVISOR"
    })
    void whoHearsWhat(Kind kind, String concerned, String others) {
        var trigger = Triggers.of(kind, false);
        var audiences = WhoHears.of(trigger);

        assertThat(hearing(audiences, CONCERNED)).isEqualTo(roles(concerned));
        assertThat(hearing(audiences, OTHERS)).isEqualTo(roles(others));
        assertThat(hearing(audiences, ELSEWHERE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BULLETIN", "HANDED_OVER", "NOBODY_FOUND", "NOBODY_READS", "MONTH_BEGAN", "MONTH_ENDED"})
    void aComplaintAboutOfficialsIsHeardByTheCountysSupervisorsAlone(Kind kind) {
        var audiences = WhoHears.of(Triggers.of(kind, true));

        assertThat(hearing(audiences, CONCERNED)).containsExactly(Role.SUPERVISOR);
        assertThat(hearing(audiences, everybody("township", "SHUIWU", "T1", "370828101")))
                .isEmpty();
        assertThat(hearing(audiences, ELSEWHERE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BULLETIN", "HANDED_OVER", "MONTH_BEGAN", "MONTH_ENDED"})
    void ofAComplaintAboutOfficialsThatNobodyReadsTheCountysAdministratorsHear(Kind kind) {
        var instead = WhoHears.instead(Triggers.of(kind, true));

        assertThat(hearing(instead, OTHERS)).containsExactly(Role.ADMINISTRATOR);
        assertThat(hearing(instead, everybody("township", "SHUIWU", "T1", "370828101")))
                .isEmpty();
        assertThat(hearing(instead, ELSEWHERE)).isEmpty();
    }

    @Test
    void aCountysBulletinIsReadInItsTownshipsAsWell() {
        var audiences = WhoHears.of(Triggers.of(Kind.BULLETIN, false));

        assertThat(hearing(audiences, everybody("township", "SHUIWU", "T1", "370828101")))
                .isEqualTo(roles("DEPARTMENT_HEAD|SUPERVISOR"));
        assertThat(hearing(audiences, everybody("city", "SHUIWU", "T1", "3708")))
                .isEqualTo(roles("DEPARTMENT_HEAD|SUPERVISOR"));
    }

    @ParameterizedTest
    @CsvSource({"37, true", "370828, true", "370828101, true", "370828101203001, true", "370828102, false"})
    void onlyWhoAnswersForThePlaceHears(String division, boolean hears) {
        var clerk = recipient("clerk", Role.CLERK, "SHUIWU", null, division);

        assertThat(WhoHears.of(Triggers.of(Kind.RED, false)).stream().anyMatch(audience -> audience.includes(clerk)))
                .isEqualTo(hears);
    }

    private static Set<Role> hearing(List<Audience> audiences, List<Recipient> people) {
        var roles = new TreeSet<Role>();
        people.stream()
                .filter(one -> audiences.stream().anyMatch(audience -> audience.includes(one)))
                .forEach(one -> roles.add(one.role()));
        return roles;
    }

    private static Set<Role> roles(String names) {
        var roles = new TreeSet<Role>();
        Arrays.stream(names.split("\\|"))
                .filter(name -> !name.isBlank())
                .forEach(name -> roles.add(Role.valueOf(name)));
        return roles;
    }

    private static List<Recipient> everybody(String name, String department, String team, String division) {
        var people = new ArrayList<Recipient>();
        for (var role : Role.values()) {
            people.add(recipient(name + "-" + role, role, department, team, division));
        }
        return people;
    }

    private static Recipient recipient(
            String username, Role role, @Nullable String department, @Nullable String team, String division) {
        return new Recipient(username, username, role, department, new DivisionCode(division), team, null);
    }
}
