package cn.minyi5.routing;

import cn.minyi5.testing.RefusalTexts;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    @Test
    void whateverIsRefusedIsExplainedInChineseAndInEnglishAndNothingElse() {
        RefusalTexts.check(
                "String (?:EQUAL_RULES|UNKNOWN_DEPARTMENT|GAPS|TOWNSHIP_UNKNOWN) = ",
                "\\((?:null|Roles\\.\\w+), ",
                "[A-Z]+_[A-Z_]+\\(\\s*");
    }
}
