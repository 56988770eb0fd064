import { openDB } from 'idb';

/**
 * What this phone keeps: settings, what was read from the services, records (visits and follow-ups, from the first
 * keystroke on) and photos. Nothing of it needs a signal.
 */
const database = openDB('minyi5', 1, {
  upgrade(db) {
    db.createObjectStore('settings');
    db.createObjectStore('reads');
    db.createObjectStore('records', { keyPath: 'id' });
    db.createObjectStore('photos', { keyPath: 'id' }).createIndex('record', 'recordId');
  },
});

const changes = new EventTarget();
const otherTabs = 'BroadcastChannel' in window ? new BroadcastChannel('minyi5') : null;
otherTabs?.addEventListener('message', () => changes.dispatchEvent(new Event('change')));

function changed() {
  changes.dispatchEvent(new Event('change'));
  otherTabs?.postMessage('change');
}

/** @param listener is told that something is different now, here or in another tab */
export function onChange(listener) {
  changes.addEventListener('change', listener);
  return () => changes.removeEventListener('change', listener);
}

export async function setting(name) {
  return (await database).get('settings', name);
}

export async function keepSetting(name, value) {
  await (await database).put('settings', value, name);
}

export async function keptRead(path) {
  return (await database).get('reads', path);
}

export async function keepRead(path, body) {
  await (await database).put('reads', { at: Date.now(), body }, path);
}

export async function forgetReads() {
  await (await database).clear('reads');
}

export async function record(id) {
  return (await database).get('records', id);
}

/** In the order in which they were begun or, once submitted, submitted. */
export async function records() {
  const all = await (await database).getAll('records');
  return all.sort((one, other) => (one.queuedAt ?? one.begunAt) - (other.queuedAt ?? other.begunAt));
}

/**
 * Reads and writes as one, so that two changes at once are both kept.
 *
 * @param work is given the record, or undefined, and returns what it becomes; undefined leaves it
 * @return what it is now
 */
export async function alter(id, work, durably = false) {
  const transaction = (await database).transaction('records', 'readwrite', {
    durability: durably ? 'strict' : 'default',
  });
  const kept = await transaction.store.get(id);
  const next = work(kept);
  if (next) {
    transaction.store.put(next);
  }
  await transaction.done;
  if (next) {
    changed();
  }
  return next ?? kept;
}

/** @param durably whether it must be on the disk before this returns, and not only with the operating system */
export async function keep(kept, durably = false) {
  const transaction = (await database).transaction('records', 'readwrite', {
    durability: durably ? 'strict' : 'default',
  });
  transaction.store.put(kept);
  await transaction.done;
  changed();
}

/** With all its photos. */
export async function forget(id) {
  const transaction = (await database).transaction(['records', 'photos'], 'readwrite');
  transaction.objectStore('records').delete(id);
  const photos = transaction.objectStore('photos');
  for (const key of await photos.index('record').getAllKeys(id)) {
    photos.delete(key);
  }
  await transaction.done;
  changed();
}

export async function photo(id) {
  return (await database).get('photos', id);
}

export async function photosOf(recordId) {
  return (await database).getAllFromIndex('photos', 'record', recordId);
}

export async function keepPhoto(kept) {
  const transaction = (await database).transaction('photos', 'readwrite', { durability: 'strict' });
  transaction.store.put(kept);
  await transaction.done;
}

export async function forgetPhoto(id) {
  await (await database).delete('photos', id);
}
