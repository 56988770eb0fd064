package cn.minyi5.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 备选条目. Why an order went to its department, or why it waits. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class CandidatesTest {

    @BeforeEach
    void county() {
        County.isReady();
    }

    @Test
    void theDeskSeesTheEqualRulesBetweenWhichItDecides() {
        var found = candidates(County.dispatcher(), County.forward(County.TWO_EQUAL_RULES))
                .jsonPath();

        assertThat(found.getList("candidates.standing")).containsExactly("EQUAL", "EQUAL");
        assertThat(found.getList("candidates.lead")).containsExactly(County.WATER, County.POWER);
        assertThat(found.getList("candidates.clause")).containsExactly("权责清单（演示）第9条", "权责清单（演示）第10条");
    }

    @Test
    void aDepartmentSeesTheRuleThatNamedItAndTheTownshipOfTheGrid() {
        var order = County.forward(County.ONE_RULE);

        var found = candidates(County.clerkOf(County.WATER), order).jsonPath();

        assertThat(found.getInt("catalogueVersion")).isEqualTo(County.see(order).getInt("why.catalogueVersion"));
        assertThat(found.getString("candidates[0].standing")).isEqualTo("WINS");
        assertThat(found.getString("candidates[0].rule.ruleId"))
                .isEqualTo(County.see(order).getString("why.ruleId"));
        assertThat(found.getList("candidates[0].assisting")).containsExactly(County.TOWNSHIP, County.POWER);
    }

    @Test
    void whoDoesNotSeeTheOrderSeesNothingOfWhyEither() {
        var order = County.forward(County.ONE_RULE);

        assertThat(candidates(County.clerkOf("JX99"), order).statusCode()).isEqualTo(404);
        assertThat(candidates(County.secretaryOf(County.TEAM), order).statusCode())
                .isEqualTo(403);
    }

    private static Response candidates(String bearer, UUID order) {
        return given().header("Authorization", bearer).get("/api/work-orders/" + order + "/candidates");
    }
}
