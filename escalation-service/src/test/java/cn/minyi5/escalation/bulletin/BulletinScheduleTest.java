package cn.minyi5.escalation.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.escalation.EventTime;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class BulletinScheduleTest {

    @Inject
    IssueBulletin issueBulletin;

    @Inject
    EventTime eventTime;

    @Test
    void theOldestMonthSinceGoLiveIsIssuedOnceByAllCopiesTogetherAndOnlyWhenAllOfItHasBeenSeen() {
        var thisMonth = CountyTime.monthOf(Instant.now());
        var lastMonth = thisMonth.minusMonths(1);
        var first = lastMonth.minusMonths(1);
        // History of before, and live since the month before the last one.
        eventTime.run(request("370830101201001", first.minusMonths(1), false));
        eventTime.run(request("370830101201001", first, true));

        eventTime.passUntil(CountyTime.startOf(thisMonth).minusMillis(1));
        issueByTwoCopies();
        issueByTwoCopies();
        assertThat(bulletinsOf(first)).isEqualTo(1);
        assertThat(bulletinsOf(lastMonth)).isZero();

        eventTime.passUntil(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        issueByTwoCopies();
        issueByTwoCopies();
        assertThat(bulletinsOf(lastMonth)).isEqualTo(1);
        assertThat(bulletinsOf(first.minusMonths(1))).isZero();
        assertThat(bulletinsOf(thisMonth)).isZero();
    }

    private static String request(String grid, YearMonth month, boolean live) {
        var moment = CountyTime.startOf(month).plus(5, ChronoUnit.DAYS);
        return "insert into request_copy (request_id, grid_code, category_code, visited_at, on_spot, told_at) values "
                + "(gen_random_uuid(), '%s', 'GS02', '%s', true, %s)"
                        .formatted(grid, moment, live ? "'" + moment + "'" : "null");
    }

    private void issueByTwoCopies() {
        Uni.join()
                .all(issueBulletin.issueOldest(), issueBulletin.issueOldest())
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private long bulletinsOf(YearMonth month) {
        return eventTime.number(
                "select count(*) from bulletin where division = '370830' and month = $1", month.toString());
    }
}
