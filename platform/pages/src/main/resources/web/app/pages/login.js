import Keycloak from 'keycloak-js';
import { locale } from './language.js';
import { pageSettings } from './page-settings.js';

/** Nobody is logged in: what was meant to be sent waits. */
export class LoginNeeded extends Error {}

/** No signal, or Keycloak does not answer: nothing is known about the login. */
export class Unreachable extends Error {}

const PATIENCE = 15_000;

/** In milliseconds: so long nobody has logged in elsewhere, and Keycloak is not asked again. */
const STILL_OUT = 60_000;
const ROUTE = 'after-login';

const changes = new EventTarget();
let keycloak = null;
let renewing = null;
let leaving = false;
let status = 'unknown';
let person = null;
let outSince = 0;
let store = null;

/** unknown, in, out */
export function loginStatus() {
  return status;
}

/** Who is logged in, or was when there was a signal; null before anybody was. */
export function who() {
  return person;
}

export function onLogin(listener) {
  changes.addEventListener('login', listener);
  return () => changes.removeEventListener('login', listener);
}

/**
 * Says who it was last time, and takes up what Keycloak's page has sent back.
 *
 * @param keeping what the page keeps from one time to the next: setting(name), keepSetting(name, value), and forget() of
 *     whatever was another person's
 */
export async function begin(keeping) {
  store = keeping;
  person = (await store.setting('person')) ?? null;
  if (new URLSearchParams(location.search).has('state')) {
    // First of all where one was: who has just logged in is shown that, and goes elsewhere only if it was nowhere.
    const route = sessionStorage.getItem(ROUTE) ?? '';
    sessionStorage.removeItem(ROUTE);
    history.replaceState(null, '', `/${location.search}${route}`);
    await renew().catch(() => {});
    history.replaceState(null, '', `/${location.hash}`);
    dispatchEvent(new HashChangeEvent('hashchange'));
  }
}

/** A token that counts for half a minute at least. In memory alone: a reload gets another by Keycloak's session. */
export async function token() {
  if (keycloak?.authenticated) {
    try {
      await keycloak.updateToken(30);
      return keycloak.token;
    } catch {
      if (keycloak.authenticated) {
        throw new Unreachable();
      }
    }
  }
  if (status === 'out' && Date.now() - outSince < STILL_OUT) {
    throw new LoginNeeded();
  }
  await renew();
  return keycloak.token;
}

/** The service does not take the token: whatever the phone believes, another one is needed. */
export function tokenRefused() {
  keycloak = null;
}

async function renew() {
  if (leaving) {
    throw new LoginNeeded();
  }
  renewing ??= renewSilently().finally(() => {
    renewing = null;
  });
  await renewing;
}

/** In a frame, so that the page is never left for a server that cannot be reached. */
async function renewSilently() {
  const fresh = new Keycloak(await reachable());
  const known = await within(
    PATIENCE,
    fresh.init({
      onLoad: 'check-sso',
      silentCheckSsoRedirectUri: `${location.origin}/login.html`,
      silentCheckSsoFallback: false,
      checkLoginIframe: false,
      pkceMethod: 'S256',
      responseMode: 'query',
    }),
  );
  if (!known) {
    keycloak = null;
    outSince = Date.now();
    become('out');
    throw new LoginNeeded();
  }
  keycloak = fresh;
  await greet(fresh.tokenParsed);
}

async function greet(claims) {
  const known = {
    id: claims.sub,
    username: claims.preferred_username,
    name: claims.name,
    team: claims.team,
    department: claims.department,
    roles: claims.realm_access?.roles ?? [],
  };
  if (person && person.id !== known.id) {
    await store.forget();
  }
  person = known;
  await store.keepSetting('person', known);
  become('in');
}

/**
 * Leaves for Keycloak's page and comes back to where one was; stays if it does not answer. Keycloak keeps one login of a
 * browser at a time: a question in the frame that is answered after the page was left would make its form an expired one.
 */
export async function logIn() {
  await renewing?.catch(() => {});
  leaving = true;
  try {
    const page = new Keycloak(await reachable());
    await page.init({ checkLoginIframe: false, pkceMethod: 'S256', responseMode: 'query' });
    sessionStorage.setItem(ROUTE, location.hash);
    await page.login({ redirectUri: `${location.origin}/`, locale: locale() === 'en' ? 'en' : 'zh-Hans' });
  } catch (failure) {
    leaving = false;
    throw failure;
  }
}

export async function logOut() {
  await token().catch(() => {});
  if (keycloak?.authenticated) {
    await keycloak.logout({ redirectUri: `${location.origin}/` });
  }
}

async function reachable() {
  const settings = await pageSettings(store);
  if (!settings || !navigator.onLine) {
    throw new Unreachable();
  }
  try {
    await fetch(`${settings.login}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(8000) });
  } catch {
    throw new Unreachable();
  }
  const [url, realm] = settings.login.split('/realms/');
  return { url, realm, clientId: settings.client };
}

function within(milliseconds, promise) {
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Unreachable()), milliseconds);
  });
  return Promise.race([
    promise.catch(() => {
      throw new Unreachable();
    }),
    late,
  ]);
}

function become(next) {
  status = next;
  changes.dispatchEvent(new Event('login'));
}
