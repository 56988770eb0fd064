package cn.minyi5.notification.recipient.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientTest {

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleIsFoundByItsNameInTheRealm(Role role) {
        assertThat(Role.named(role.realmName())).isEqualTo(role);
    }

    @Test
    void aRoleThatTheRealmDoesNotHaveIsRefused() {
        assertThat(refusal(() -> Role.named("mayor"))).isEqualTo("recipient.role-unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 名, SUPERVISOR, , , recipient.username-missing",
        "one, ' ', SUPERVISOR, , , recipient.name-missing",
        "one, 名, CLERK, , , recipient.department-missing",
        "one, 名, DEPARTMENT_HEAD, , , recipient.department-missing",
        "one, 名, SECRETARY, , , recipient.team-missing",
        "one, 名, TEAM_LEADER, SHUIWU, , recipient.team-missing"
    })
    void whatARoleCannotDoWithoutIsAskedFor(
            String username,
            String name,
            Role role,
            @Nullable String department,
            @Nullable String team,
            String refusal) {
        assertThat(refusal(() -> recipient(username, name, role, department, team, null)))
                .isEqualTo(refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a@b@c", "群众 001@minyi5.invalid", "<a@b>", "@b", "a@"})
    void anAddressThatIsNoneIsRefused(String email) {
        assertThat(refusal(() -> recipient("one", "名", Role.SUPERVISOR, null, null, email)))
                .isEqualTo("recipient.email-malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk001@minyi5.invalid", "first.last+county@mail.gov.cn"})
    void anOrdinaryAddressIsTaken(String email) {
        assertThatNoException().isThrownBy(() -> recipient("one", "名", Role.SUPERVISOR, null, null, email));
    }

    private static Recipient recipient(
            String username,
            String name,
            Role role,
            @Nullable String department,
            @Nullable String team,
            @Nullable String email) {
        return new Recipient(username, name, role, department, new DivisionCode("370828"), team, email);
    }

    private static String refusal(ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call).code();
    }
}
