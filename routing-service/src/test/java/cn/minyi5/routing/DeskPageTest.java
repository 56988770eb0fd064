package cn.minyi5.routing;

import cn.minyi5.testing.ServedPage;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The desks as a browser without a login gets them. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class DeskPageTest {

    @Test
    void thePageAndEverythingThatItNamesIsPublic() {
        ServedPage.assertThePageAndEverythingThatItNamesIsPublic("<desk-app>");
    }

    @Test
    void nothingInThePageRunsButWhatTheServiceServes() {
        ServedPage.assertNothingRunsButWhatTheServiceServes();
    }
}
