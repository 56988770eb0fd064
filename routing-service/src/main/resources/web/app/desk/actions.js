import { call } from '../pages/api.js';
import { who } from '../pages/login.js';
import { isCheckedOnSpot } from './names.js';

/**
 * What can be done to a work order: the letter, the endpoint, and what must be said. Whether it can be done now, and by
 * whom, is the service's to say ("allowed"). Fields: name, kind (text, line, choice, department, departments, category,
 * order, date), optional, options; "onlyIf" says of which orders; "given" is sent along as it stands. "beside" is shown next to the form.
 */
const reason = { name: 'reason', kind: 'text' };
const perhaps = { ...reason, optional: true };
const yes = { accept: true };
/** Whose part: in the path, not in the body. */
const part = { name: 'part', kind: 'part', inPath: true };
const own = (step) => () => `assisting/${who().department}/${step}`;
const confirmation = (values) => `assisting/${values.part}/confirmation`;
const no = { accept: false };

export const ACTIONS = {
  SIGN: { key: 's', path: 'sign', fields: [] },
  REPLY: {
    key: 'r',
    path: 'reply',
    fields: [
      { name: 'resultCode', kind: 'choice', options: ['SOLVED', 'PARTLY_SOLVED', 'EXPLAINED', 'DUPLICATE', 'UNREACHABLE'] },
      { name: 'text', kind: 'text', lines: 6, most: 4000 },
      { name: 'contactLog', kind: 'text', most: 4000 },
      { name: 'onSpotCheck', kind: 'text', most: 4000, onlyIf: (order) => isCheckedOnSpot(order.categoryCode) },
    ],
    beside: 'check',
  },
  RETURN: {
    key: 't',
    path: 'return',
    fields: [reason, { name: 'clause', kind: 'line' }, { name: 'suggestedDepartment', kind: 'department' }],
    beside: 'precedents',
  },
  SIGN_PART: { key: 's', path: own('sign'), fields: [] },
  HAND_IN_PART: { key: 'h', path: own('hand-in'), fields: [{ name: 'text', kind: 'text', label: 'partText', lines: 4, most: 4000 }] },
  CONFIRM_PART: { key: 'c', path: confirmation, given: yes, fields: [part] },
  SEND_PART_BACK: { key: 'v', path: confirmation, given: { accept: false }, fields: [part, reason] },
  ASK_EXTENSION: { key: 'e', path: 'extension', fields: [{ name: 'until', kind: 'date' }, reason] },
  BEGIN_WAITING: { key: 'w', path: 'waiting', fields: [{ name: 'contactLog', kind: 'text' }] },
  END_WAITING: { key: 'w', path: 'waiting-end', fields: [perhaps] },
  PROPOSE_SUSPENSION: {
    key: 'p',
    path: 'suspension',
    fields: [
      { name: 'kind', kind: 'choice', options: ['NO_FUNDS', 'AWAITS_PLANNING', 'LAW_OR_POLICY', 'SEASON', 'OTHERS_FIRST'] },
      { name: 'plan', kind: 'text' },
      { name: 'reviewOn', kind: 'date' },
    ],
  },
  RESUME: { key: 'u', path: 'resumption', fields: [reason] },
  DISPATCH: {
    key: 'd',
    path: 'dispatch',
    fields: [
      { name: 'lead', kind: 'department' },
      { name: 'assisting', kind: 'departments', optional: true },
      { name: 'reason', kind: 'line' },
    ],
    beside: 'candidates',
  },
  REFUSE: {
    key: 'n',
    path: 'refusal',
    fields: [
      {
        name: 'reason',
        kind: 'choice',
        label: 'notAcceptedReason',
        options: [
          'OUTSIDE_JURISDICTION',
          'IN_LEGAL_PROCEEDINGS',
          'OTHER_STATUTORY_CHANNEL',
          'NOTHING_CONCRETE',
          'ALREADY_ANSWERED',
        ],
      },
    ],
  },
  MERGE: { key: 'm', path: 'merge', fields: [{ name: 'parent', kind: 'order' }, reason], beside: 'similar' },
  FORWARD_OUT: { key: 'f', path: 'forwarding', fields: [{ name: 'externalNumber', kind: 'line' }, reason] },
  ANSWER_OUTSIDE: {
    key: 'a',
    path: 'forwarding-outcome',
    given: { outcome: 'ANSWERED' },
    fields: [
      { name: 'resultCode', kind: 'choice', options: ['SOLVED', 'PARTLY_SOLVED', 'EXPLAINED', 'DUPLICATE', 'UNREACHABLE'] },
      { name: 'text', kind: 'text', lines: 6, most: 4000 },
    ],
  },
  TAKE_BACK: { key: 'b', path: 'forwarding-outcome', given: { outcome: 'TAKEN_BACK' }, fields: [reason] },
  ACCEPT_RETURN: { key: 'a', path: 'return-ruling', given: yes, fields: [perhaps], beside: 'returned' },
  REJECT_RETURN: { key: 'b', path: 'return-ruling', given: no, fields: [reason], beside: 'returned' },
  RULE: {
    key: 'r',
    path: 'arbitration-ruling',
    fields: [{ name: 'lead', kind: 'department' }, { name: 'minutes', kind: 'text', lines: 6, most: 1000 }],
    beside: 'ruling',
  },
  ACCEPT_REPLY: { key: 'a', path: 'reply-review', given: yes, fields: [], beside: 'check' },
  SEND_REPLY_BACK: { key: 'b', path: 'reply-review', given: no, fields: [reason] },
  GRANT_EXTENSION: { key: 'g', path: 'extension-ruling', given: yes, fields: [] },
  DENY_EXTENSION: { key: 'v', path: 'extension-ruling', given: no, fields: [reason] },
  SUSPEND: { key: 'g', path: 'suspension-ruling', given: yes, fields: [] },
  DENY_SUSPENSION: { key: 'v', path: 'suspension-ruling', given: no, fields: [reason] },
  REOPEN: { key: 'o', path: 'reopening', fields: [reason] },
};

/** Of those that the service allows, the ones that this page knows, in this table's order. */
export function offered(order) {
  return Object.keys(ACTIONS).filter((name) => order.allowed?.includes(name));
}

/** @param key of the submission; again with it, it counts once. @return the order as it is then */
export function act(name, order, values, key) {
  const { path, given, fields } = ACTIONS[name];
  const body = { ...given };
  for (const field of fields.filter((each) => !each.inPath)) {
    const value = values[field.name];
    if (value !== undefined && value !== null && value !== '' && value.length !== 0) {
      body[field.name] = value;
    }
  }
  const step = typeof path === 'function' ? path(values) : path;
  return call('POST', `/api/work-orders/${order.id}/${step}`, {
    headers: { 'Idempotency-Key': key, 'If-Match': `"${order.version}"` },
    ...(Object.keys(body).length ? { json: body } : {}),
  });
}
