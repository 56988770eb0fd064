import { call, Problem } from '../pages/api.js';
import { keepPhoto, photosOf } from './store.js';
import { photosNamedIn, visitBody } from './visits.js';

/** How each kind of record is handed to the service; sent again it carries the key that it had. */
const UPLOAD_PATIENCE = 120_000;
const LONGEST_BEGINNING = 12;

const DELIVERIES = { visit: sendVisit, 'follow-up': sendFollowUp, withdrawal: sendWithdrawal };

export function deliver(kept) {
  return DELIVERIES[kept.kind](kept);
}

/** A visit's photos before the visit. */
async function sendVisit(visit) {
  const uploaded = new Set();
  const wanted = photosNamedIn(visit);
  for (const photo of await photosOf(visit.id)) {
    if (wanted.has(photo.id)) {
      await upload(photo);
      uploaded.add(photo.id);
    }
  }
  return call('POST', '/api/visits', {
    headers: { 'Idempotency-Key': visit.key },
    json: visitBody(visit, uploaded),
  });
}

async function upload(photo) {
  if (photo.uploaded) {
    return;
  }
  try {
    await call('PUT', `/api/attachments/${photo.id}`, { blob: photo.blob, patience: UPLOAD_PATIENCE });
  } catch (failure) {
    if (failure instanceof Problem) {
      failure.photo = photo.id;
    }
    throw failure;
  }
  await keepPhoto({ ...photo, uploaded: true });
}

function sendFollowUp({ requestId, key, solved, satisfied, happenedAt }) {
  return call('POST', `/api/requests/${requestId}/follow-ups`, {
    headers: { 'Idempotency-Key': key },
    json: { solved, satisfied, happenedAt },
  });
}

/** Sent again it gets the first answer by what it is, without a key. */
function sendWithdrawal({ requestId, consent, reason, at }) {
  return call('POST', `/api/requests/${requestId}/withdrawal`, { json: { consent, reason, at } });
}

/** What is needed of a visit's requests afterwards: the code, and a beginning that says whose it is. */
export function slipsOf(visit, answer) {
  return (answer?.requests ?? []).map(({ requestId, queryCode, outcome }) => ({
    requestId,
    code: queryCode,
    forwarded: outcome === 'FORWARDED',
    about: visit.requests.find((request) => request.requestId === requestId)?.text.slice(0, LONGEST_BEGINNING) ?? '',
  }));
}
