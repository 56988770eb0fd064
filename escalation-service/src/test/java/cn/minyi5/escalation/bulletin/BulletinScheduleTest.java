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
    void lastMonthsBulletinIsIssuedOnceByAllCopiesTogetherAndOnlyWhenAllOfTheMonthHasBeenSeen() {
        var thisMonth = CountyTime.monthOf(Instant.now());
        var lastMonth = thisMonth.minusMonths(1);

        eventTime.passUntil(CountyTime.startOf(thisMonth).minusMillis(1));
        issueByTwoCopies();
        assertThat(bulletinsOf(lastMonth)).isZero();

        eventTime.passUntil(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        issueByTwoCopies();
        issueByTwoCopies();
        assertThat(bulletinsOf(lastMonth)).isEqualTo(1);
    }

    private void issueByTwoCopies() {
        Uni.join()
                .all(issueBulletin.issueLastMonths(), issueBulletin.issueLastMonths())
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private long bulletinsOf(YearMonth month) {
        return eventTime.number("select count(*) from bulletin where month = $1", month.toString());
    }
}
