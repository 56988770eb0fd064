package cn.minyi5.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrivalsTest {

    @Test
    void oneInAHundredIsLookedForOnTheClerksList() {
        var arrivals = new Arrivals(1_000, 1);
        for (int each = arrivals.take(); each >= 0; each = arrivals.take()) {
            arrivals.answered(each);
            arrivals.seen(arrivals.requestId(each));
        }
        arrivals.ended();

        assertThat(arrivals.isOver()).isTrue();
        assertThat(arrivals.accepted()).isEqualTo(1_000);
        assertThat(arrivals.toVisible().count()).isEqualTo(990);
        assertThat(arrivals.toListed().count()).isEqualTo(10);
    }

    @Test
    void anEarlyEndSaysWhyAndIsNotCarried() {
        var arrivals = new Arrivals(1_000, 60);
        arrivals.answered(arrivals.take());
        arrivals.end("a submission was answered 503");
        arrivals.ended();

        assertThat(arrivals.take()).isNegative();
        assertThat(arrivals.endedBecause()).contains("503");
        assertThat(arrivals.isCarried()).isFalse();
        assertThat(arrivals.isOver()).isFalse();
        assertThat(arrivals.never()).isEqualTo(1);
    }
}
