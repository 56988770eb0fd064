import { fromLocalInput, isoTime, localInput } from '../pages/time.js';
import { ABOUT_OFFICIALS } from './categories.js';
import { who } from '../pages/login.js';
import { alter, keep } from './store.js';

/** 走访. A visit as it is written down on the phone, and what the service takes of it. */
const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^0[1-9]\d{1,2}[2-8]\d{6,7}$/;

/** So far back a moment can be chosen; how late something may be submitted is the county's to say. */
export const DAYS_BACK = 31;

/** One for each request. */
export function withdrawalId(requestId) {
  return `withdrawal/${requestId}`;
}

export async function beginVisit(grid) {
  const visit = {
    id: crypto.randomUUID(),
    kind: 'visit',
    state: 'draft',
    begunAt: Date.now(),
    owner: who(),
    gridCode: grid.code,
    gridName: grid.name,
    form: 'HOUSEHOLD',
    // In whole minutes, as it is chosen: what happens within the same one is not before it.
    startedAt: fromLocalInput(localInput(isoTime())),
    place: '',
    checkIn: null,
    checkInPhoto: null,
    requests: [],
  };
  await keep(visit);
  return visit;
}

export function newRequest() {
  return {
    requestId: crypto.randomUUID(),
    text: '',
    categoryCode: null,
    // 现场照片, where the category demands one of what is settled on the spot.
    photoRequired: false,
    urgency: 'BY_RULE',
    outcome: null,
    note: '',
    identity: null,
    contact: { name: '', phone: '', address: '' },
    aboutOffice: false,
    photos: [],
  };
}

export function isUntouched(request) {
  return !request.text && !request.categoryCode && !request.outcome && !request.identity && !request.photos.length;
}

/** Every change goes through here; a visit that was submitted meanwhile is left alone. */
export function change(id, work) {
  return alter(id, (visit) => {
    if (visit?.state !== 'draft') {
      return undefined;
    }
    work(visit);
    return visit;
  });
}

/** Undone as long as the visit is on this phone. */
export function removeRequest(id, requestId) {
  return change(id, (visit) => {
    visit.removed = visit.requests.find((request) => request.requestId === requestId) ?? null;
    visit.requests = visit.requests.filter((request) => request.requestId !== requestId);
  });
}

export function undoRemoval(id) {
  return change(id, (visit) => {
    visit.requests.push(visit.removed);
    visit.removed = null;
  });
}

/** Undone for a day. */
export function drop(id) {
  return alter(id, (visit) => (visit?.state === 'draft' ? { ...visit, state: 'dropped', droppedAt: Date.now() } : undefined));
}

export function undoDrop(id) {
  return alter(id, ({ droppedAt, ...visit }) => ({ ...visit, state: 'draft' }));
}

/** What is missing in a request, as keys of texts by field. */
export function faultsOf(request) {
  const faults = {};
  if (!request.text.trim()) {
    faults.text = 'request.text-missing';
  }
  if (!request.categoryCode) {
    faults.category = 'request.category-missing';
  }
  if (!request.outcome) {
    faults.outcome = 'request.outcome-missing';
  } else if (request.outcome === 'SETTLED' && !request.note.trim()) {
    faults.note = 'request.note-missing';
  }
  if (request.outcome === 'SETTLED' && request.photoRequired && !request.photos.length) {
    faults.photos = 'request.photo-missing';
  }
  if (!request.identity) {
    faults.who = 'request.who-missing';
  } else if (request.identity === 'CONTACT') {
    const { name, phone } = request.contact;
    if (!name.trim() && !phone.trim()) {
      faults.who = 'request.contact-empty';
    } else if (phone.trim() && !isPhone(phone)) {
      faults.phone = 'request.phone-wrong';
    }
  }
  return faults;
}

export function isComplete(request) {
  return Object.keys(faultsOf(request)).length === 0;
}

function isPhone(written) {
  const digits = written.replace(/[\s()（）-]/g, '').replace(/^(\+|00)86/, '');
  return MOBILE.test(digits) || LANDLINE.test(digits);
}

/** Ids of all its photos. */
export function photosNamedIn(visit) {
  return new Set([visit.checkInPhoto, ...visit.requests.flatMap((request) => request.photos)]);
}

/** @param uploaded ids of photos that the service has taken */
export function visitBody(visit, uploaded) {
  return {
    visitId: visit.id,
    gridCode: visit.gridCode,
    form: visit.form,
    startedAt: visit.startedAt,
    ...(visit.checkIn ? { checkIn: visit.checkIn } : {}),
    ...(uploaded.has(visit.checkInPhoto) ? { checkInPhoto: visit.checkInPhoto } : {}),
    requests: visit.requests.map((request) => requestBody(request, uploaded)),
  };
}

function requestBody(request, uploaded) {
  const attachments = request.photos.filter((id) => uploaded.has(id));
  return {
    requestId: request.requestId,
    categoryCode: request.categoryCode,
    text: request.text,
    // Left out, it is left to the county's rules.
    ...(request.urgency === 'BY_RULE' ? {} : { urgency: request.urgency }),
    ...(request.identity === 'CONTACT' ? { contact: filled(request.contact) } : {}),
    ...(request.outcome === 'SETTLED' ? { resolution: { note: request.note } } : {}),
    ...(request.aboutOffice && request.categoryCode === ABOUT_OFFICIALS && request.outcome === 'FORWARD'
      ? { aboutSupervisionOffice: true }
      : {}),
    ...(attachments.length ? { attachments } : {}),
  };
}

function filled(contact) {
  return Object.fromEntries(Object.entries(contact).filter(([, value]) => value.trim()));
}
