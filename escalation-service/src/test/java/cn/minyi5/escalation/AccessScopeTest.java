package cn.minyi5.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Actor;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.DivisionCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessScopeTest {

    private static final DivisionCode COUNTY = new DivisionCode("370828");

    @Test
    void theCountysSupervisionOfficeSeesAllOfItsCountyAndWhatIsConfidential() {
        assertThat(scope(Roles.SUPERVISOR, "370828", null)).isEqualTo(new AccessScope(COUNTY, null, null, true));
    }

    @Test
    void aTownshipsSupervisionOfficeDoesNotSeeWhatIsConfidential() {
        assertThat(scope(Roles.SUPERVISOR, "370828101", null).confidential()).isFalse();
    }

    @Test
    void theDeskSeesAllDepartmentsButNothingConfidential() {
        assertThat(scope(Roles.DISPATCHER, "370828", null)).isEqualTo(new AccessScope(COUNTY, null, null, false));
    }

    @Test
    void aClerkSeesTheirDepartmentOnlyAndWithoutOneNothing() {
        assertThat(scope(Roles.CLERK, "370828", "ZJJ").department()).isEqualTo("ZJJ");
        assertThat(scope(Roles.CLERK, "370828", null).department()).isEmpty();
    }

    private static AccessScope scope(String role, String division, @Nullable String department) {
        return AccessScope.of(new Actor("id", "somebody", Set.of(role), new DivisionCode(division), department, null));
    }
}
