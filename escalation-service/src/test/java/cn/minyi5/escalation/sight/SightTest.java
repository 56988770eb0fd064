package cn.minyi5.escalation.sight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.access.Actor;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.DivisionCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SightTest {

    @Test
    void theCountysSupervisionOfficeSeesAllOfItsCountyAndWhatIsConfidential() {
        assertThat(sight(Roles.SUPERVISOR, "370828", null)).isEqualTo(new Sight("370828", null, true));
    }

    @Test
    void aTownshipsSupervisionOfficeDoesNotSeeWhatIsConfidential() {
        assertThat(sight(Roles.SUPERVISOR, "370828101", null).confidential()).isFalse();
    }

    @Test
    void theDeskSeesAllDepartmentsButNothingConfidential() {
        assertThat(sight(Roles.DISPATCHER, "370828", null)).isEqualTo(new Sight("370828", null, false));
    }

    @Test
    void aClerkSeesTheirDepartmentOnlyAndWithoutOneNothing() {
        assertThat(sight(Roles.CLERK, "370828", "ZJJ").department()).isEqualTo("ZJJ");
        assertThat(sight(Roles.CLERK, "370828", null).department()).isEmpty();
    }

    private static Sight sight(String role, String division, @Nullable String department) {
        return Sight.of(new Actor("id", "somebody", Set.of(role), new DivisionCode(division), department, null));
    }
}
