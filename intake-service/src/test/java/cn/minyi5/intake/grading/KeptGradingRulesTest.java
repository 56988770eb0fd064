package cn.minyi5.intake.grading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.intake.grading.domain.GradingRule;
import cn.minyi5.intake.grading.domain.GradingRules;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How long a copy grades by rules that were replaced; {@code stored} is what the database has. */
class KeptGradingRulesTest {

    private static final DivisionCode COUNTY = new DivisionCode("370828");
    private static final DivisionCode NEIGHBOUR = new DivisionCode("370829");
    private static final GradingRules OLD = rules("坍塌");
    private static final GradingRules NEW = rules("漏电");

    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger questions = new AtomicInteger();
    private final KeptGradingRules kept = new KeptGradingRules(Duration.ofSeconds(5), clock::get);
    private GradingRules stored = OLD;

    @Test
    void submissionsOfTheSameSecondsAskOnceForAPlace() {
        for (int n = 0; n < 100; n++) {
            assertThat(of(COUNTY)).isEqualTo(OLD);
        }
        of(NEIGHBOUR);

        assertThat(questions).hasValue(2);
    }

    @Test
    void whatWasPublishedHereIsInForceAtOnce() {
        of(COUNTY);

        stored = NEW;
        kept.published();

        assertThat(of(COUNTY)).isEqualTo(NEW);
    }

    @Test
    void whatWasPublishedElsewhereIsInForceWhenTheTimeIsOver() {
        of(COUNTY);
        stored = NEW;

        clock.addAndGet(Duration.ofSeconds(5).minusNanos(1).toNanos());
        assertThat(of(COUNTY)).as("within the time").isEqualTo(OLD);
        clock.incrementAndGet();

        assertThat(of(COUNTY)).isEqualTo(NEW);
    }

    @Test
    void whatWasReadBeforeAPublicationAndComesAfterItIsKeptForNobody() {
        var slow = new CompletableFuture<GradingRules>();
        var waiting =
                kept.of(COUNTY, () -> Uni.createFrom().completionStage(slow)).subscribeAsCompletionStage();

        stored = NEW;
        kept.published();
        slow.complete(OLD);

        assertThat(waiting).isCompletedWithValue(OLD);
        assertThat(of(COUNTY)).isEqualTo(NEW);
    }

    private GradingRules of(DivisionCode place) {
        return kept.of(place, () -> {
                    questions.incrementAndGet();
                    return Uni.createFrom().item(stored);
                })
                .await()
                .indefinitely();
    }

    private static GradingRules rules(String word) {
        return new GradingRules(List.of(new GradingRule(1, "", List.of(word), Urgency.URGENT, null, "危及人身安全")));
    }
}
