import { call, Problem } from '../pages/api.js';
import { onLogin, who } from '../pages/login.js';

/** What codes are called. Until that is known, and of a code that nobody knows, the code stands for itself. */
const names = { departments: new Map(), categories: new Map(), places: new Map() };
/** Categories whose replies say how it was checked on the spot. */
const checked = new Set();
const hosts = new Set();
let asked = null;

export function department(code) {
  return code ? (names.departments.get(code) ?? code) : '';
}

export function category(code) {
  return names.categories.get(code) ?? code;
}

export function isCheckedOnSpot(code) {
  return checked.has(code);
}

/** Of a grid: its township's name, and its village's where it is known. */
export function place(gridCode) {
  const township = names.departments.get(gridCode.slice(0, 9)) ?? names.places.get(gridCode.slice(0, 9));
  const village = names.places.get(gridCode.slice(0, 12));
  return [township, village].filter(Boolean).join(' ') || gridCode;
}

/** All departments, by code: {code, name}. */
export function departments() {
  return [...names.departments].map(([code, name]) => ({ code, name }));
}

export function categories() {
  return [...names.categories].map(([code, name]) => ({ code, name }));
}

/** Renders its host again when names become known. */
export class Named {
  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  hostConnected() {
    hosts.add(this.host);
    load();
  }

  hostDisconnected() {
    hosts.delete(this.host);
  }
}

function load() {
  if (who() && asked !== who().id) {
    asked = who().id;
    Promise.all([
      all('/api/departments', names.departments),
      all('/api/category-names', names.categories),
      all('/api/place-names', names.places),
    ]);
  }
}

async function all(path, into) {
  let after = '';
  try {
    do {
      const page = await call('GET', `${path}?limit=200${after ? `&after=${encodeURIComponent(after)}` : ''}`);
      page.items.forEach((item) => into.set(item.code, item.name));
      page.items.filter((item) => item.onSpotCheckRequired).forEach((item) => checked.add(item.code));
      after = page.next ?? '';
    } while (after);
  } catch (failure) {
    // The codes stand for themselves; without an answer the names are asked for again.
    if (!(failure instanceof Problem)) {
      asked = null;
    }
  }
  hosts.forEach((host) => host.requestUpdate());
}

onLogin(load);
