package cn.minyi5.escalation;

import cn.minyi5.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theHouseRulesHold() {
        HouseRules.check("cn.minyi5.escalation");
    }
}
