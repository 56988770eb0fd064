/** Transactions, outbox and inbox: a change of state and its event in one transaction, an event's effect and its mark in another. */
@NullMarked
package cn.minyi5.messaging;

import org.jspecify.annotations.NullMarked;
