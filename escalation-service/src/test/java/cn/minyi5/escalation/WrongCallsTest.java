package cn.minyi5.escalation;

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
        MutatedCalls.check(Integer.getInteger("minyi5.wrong-calls", 1_000), 20_261_129, Map.of());
    }
}
