package cn.minyi5.messaging;

import java.time.Duration;

/**
 * What a table keeps for a while only; a bean of this kind is all that is needed.
 *
 * @param statement deletes what is older than the moment $1
 * @param kept for how long
 */
public record PrunedByAge(String statement, Duration kept) {}
