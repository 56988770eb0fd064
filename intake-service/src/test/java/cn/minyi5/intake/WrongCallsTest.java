package cn.minyi5.intake;

import cn.minyi5.testing.MutatedCalls;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class WrongCallsTest {

    @Test
    void whateverIsWrongWithACallItIsAnsweredForAndRefusedAsAProblem() {
        MutatedCalls.check(
                Integer.getInteger("minyi5.wrong-calls", 2_000),
                20_261_129,
                Map.of(
                        "a recorded visit",
                        OpenApiExamplesTest::recordedVisit,
                        "an attachment",
                        OpenApiExamplesTest::attachment,
                        "an import",
                        OpenApiExamplesTest::historyImport,
                        "an Open311 request",
                        OpenApiExamplesTest::open311Request));
    }
}
