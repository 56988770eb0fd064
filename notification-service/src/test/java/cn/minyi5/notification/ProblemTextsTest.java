package cn.minyi5.notification;

import cn.minyi5.testing.RefusalTexts;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    @Test
    void whateverIsRefusedIsExplainedInChineseAndInEnglishAndNothingElse() {
        RefusalTexts.check("require\\([^\"]*", "refused\\(");
    }
}
