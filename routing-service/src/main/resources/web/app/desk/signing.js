import { call, Problem } from '../pages/api.js';
import { act } from './actions.js';
import { happened } from './failures.js';

/**
 * 批量签收. Each order for itself: one that is refused keeps nobody else waiting.
 *
 * @return {signed: orders as they are then, refused: {id, why} each}
 */
export async function signAll(orders) {
  return orders.length > 1 ? signTogether(orders) : signEach(orders);
}

async function signTogether(orders) {
  let answer;
  try {
    answer = await call('POST', '/api/work-order-signatures', {
      headers: { 'Idempotency-Key': crypto.randomUUID() },
      json: { workOrders: orders.map(({ id, version }) => ({ id, version })) },
    });
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 404) {
      return signEach(orders);
    }
    throw failure;
  }
  const signed = [];
  const refused = [];
  for (const each of answer.signatures) {
    if (each.workOrder) {
      signed.push(each.workOrder);
    } else {
      refused.push({ id: each.id, why: each.refused.detail ?? each.refused.code });
    }
  }
  return { signed, refused };
}

async function signEach(orders) {
  const signed = [];
  const refused = [];
  for (const order of orders) {
    try {
      signed.push(await act('SIGN', order, {}, crypto.randomUUID()));
    } catch (failure) {
      if (!(failure instanceof Problem)) {
        throw failure;
      }
      refused.push({ id: order.id, why: happened(failure) });
    }
  }
  return { signed, refused };
}
