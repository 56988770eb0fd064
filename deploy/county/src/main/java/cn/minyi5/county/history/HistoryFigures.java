package cn.minyi5.county.history;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.county.history.PastOrder.Event;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The history counted by hand, apart from any service (definitions: DOMAIN §6).
 *
 * @param dueSigns dispatches, rounds among them, whose hour for signing fell due in the history's months; those that were
 *     returned to the desk's satisfaction count for nobody
 * @param signedInTime of them
 * @param dueReplies likewise by their two days for the reply that was accepted
 * @param answered follow-ups of those months that said whether it was solved
 * @param satisfied of them, those that said so
 */
public record HistoryFigures(
        int collected,
        int onSpot,
        int forwarded,
        int dueSigns,
        int signedInTime,
        int dueReplies,
        int repliedInTime,
        int answered,
        int satisfied) {
    private static final Duration SIGN = Duration.ofHours(1);
    private static final Duration REPLY = Duration.ofHours(48);
    private static final LocalDateTime END =
            VisitDays.LAST_MONTH.plusMonths(1).atDay(1).atStartOfDay();

    /** One department's time with an order. */
    private static final class Run {
        private final LocalDateTime start;
        private @Nullable LocalDateTime signedAt;
        private @Nullable LocalDateTime repliedAt;

        private Run(LocalDateTime start) {
            this.start = start;
        }
    }

    static HistoryFigures of(int collected, Collection<PastOrder> orders) {
        var runs = orders.stream().flatMap(order -> runs(order).stream()).toList();
        var asked = orders.stream()
                .flatMap(order -> order.life().stream())
                .filter(event -> event.solved() != null && event.at().isBefore(END))
                .toList();
        return new HistoryFigures(
                collected,
                collected - orders.size(),
                orders.size(),
                due(runs, SIGN),
                inTime(runs, SIGN, run -> run.signedAt),
                due(runs, REPLY),
                inTime(runs, REPLY, run -> run.repliedAt),
                count(asked, Event::solved, Answer.YES) + count(asked, Event::solved, Answer.NO),
                count(asked, Event::satisfied, Answer.YES));
    }

    private static List<Run> runs(PastOrder order) {
        var runs = new ArrayList<Run>();
        for (var event : order.life()) {
            var last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            switch (event.step()) {
                case DISPATCH, RULE -> runs.add(new Run(event.at()));
                case SIGN, RETURN -> last.signedAt = last.signedAt == null ? event.at() : last.signedAt;
                case ACCEPT_RETURN -> runs.remove(last);
                case REPLY -> last.repliedAt = event.at();
                case SEND_REPLY_BACK -> last.repliedAt = null;
                case FOLLOW_UP -> {
                    if (event.solved() == Answer.NO) {
                        runs.add(new Run(event.at()));
                    }
                }
                case REJECT_RETURN, ACCEPT_REPLY -> {}
            }
        }
        return runs;
    }

    private static int due(List<Run> runs, Duration allowed) {
        return (int) runs.stream()
                .filter(run -> run.start.plus(allowed).isBefore(END))
                .count();
    }

    private static int inTime(List<Run> runs, Duration allowed, Function<Run, @Nullable LocalDateTime> stopped) {
        return (int) runs.stream()
                .filter(run -> run.start.plus(allowed).isBefore(END))
                .filter(run -> stopped.apply(run) != null && !stopped.apply(run).isAfter(run.start.plus(allowed)))
                .count();
    }

    private static int count(List<Event> asked, Function<Event, @Nullable Answer> answer, Answer which) {
        return (int)
                asked.stream().filter(event -> answer.apply(event) == which).count();
    }
}
