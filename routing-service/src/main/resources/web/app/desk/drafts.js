/**
 * What was typed and is not sent: it outlives a reload, a refusal and a login that expired. In this tab's own store, which
 * ends with the tab, because a desk's machine is not one person's alone; it goes when it is sent, or when somebody else
 * logs in.
 */
const DRAFT = 'draft.';

export function draft(orderId, action) {
  return JSON.parse(sessionStorage.getItem(`${DRAFT}${orderId}.${action}`) ?? 'null');
}

/** @param kept the values, and the key of the submission: sent again, it counts once */
export function keepDraft(orderId, action, kept) {
  sessionStorage.setItem(`${DRAFT}${orderId}.${action}`, JSON.stringify(kept));
}

export function dropDraft(orderId, action) {
  sessionStorage.removeItem(`${DRAFT}${orderId}.${action}`);
}

/** The actions that something was typed for. */
export function draftsOf(orderId) {
  const begin = `${DRAFT}${orderId}.`;
  return Object.keys(sessionStorage)
    .filter((key) => key.startsWith(begin))
    .map((key) => key.slice(begin.length));
}

export function forgetDrafts() {
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith(DRAFT))
    .forEach((key) => sessionStorage.removeItem(key));
}
