package cn.minyi5.escalation.notice.application;

import cn.minyi5.contracts.NoticeEvent.Issued;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.escalation.clock.domain.ClockRun;
import cn.minyi5.escalation.notice.domain.SupervisionNotice;
import cn.minyi5.messaging.OldOutbox;
import cn.minyi5.messaging.Transaction;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Issues a notice for each clock that has reached the rung NOTICE, in the transaction of the firing. The year's number
 * stays locked until that commits, so a rollback gives the numbers back and there are no gaps.
 */
@ApplicationScoped
public class IssueNotices {

    private final Notices notices;

    IssueNotices(Notices notices) {
        this.notices = notices;
    }

    public Uni<Void> handle(Transaction tx, List<ClockRun> runs) {
        if (runs.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var year = CountyTime.yearOf(tx.now());
        return notices.takeNumbers(tx, year, runs.size())
                .map(first -> IntStream.range(0, runs.size())
                        .mapToObj(i -> new SupervisionNotice(
                                UuidCreator.getTimeOrderedEpoch(), year, first + i, runs.get(i), tx.now()))
                        .toList())
                .call(issued -> notices.add(tx, issued))
                .flatMap(issued -> OldOutbox.append(
                        tx, issued.stream().map(IssueNotices::event).toList(), tx.now()));
    }

    private static Issued event(SupervisionNotice notice) {
        var run = notice.run();
        var order = run.order();
        return new Issued(
                notice.id(),
                notice.year(),
                notice.issue(),
                order.workOrderId(),
                order.number(),
                run.kind(),
                order.dispatchNo(),
                order.department(),
                order.gridCode(),
                order.categoryCode(),
                order.confidential(),
                CountyTime.at(run.clock().dueAt()));
    }
}
