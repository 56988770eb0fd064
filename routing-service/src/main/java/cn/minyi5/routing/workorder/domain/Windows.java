package cn.minyi5.routing.workorder.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * Within which time a county lets some steps be taken.
 *
 * @param returning after a dispatch
 * @param reopening 重新打开, in natural time after an order was closed, its last moment included
 */
public record Windows(ReturnWindow returning, Duration reopening) {

    boolean mayReopenAt(Instant moment, Instant closedAt) {
        return !moment.isAfter(closedAt.plus(reopening));
    }
}
