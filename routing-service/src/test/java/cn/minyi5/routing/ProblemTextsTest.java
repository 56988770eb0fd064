package cn.minyi5.routing;

import cn.minyi5.testing.RefusalTexts;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    @Test
    void whateverIsRefusedIsExplainedInChineseAndInEnglishAndNothingElse() {
        RefusalTexts.check("String EQUAL_RULES = ", "\\((?:null|Roles\\.\\w+), ");
    }
}
