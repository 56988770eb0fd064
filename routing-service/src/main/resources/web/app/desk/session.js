import { begin, who } from '../pages/login.js';
import { forgetDrafts } from './drafts.js';

/** What a desk keeps on the machine: who it was, and where people log in. Nothing of anybody's orders. */
const KEPT = 'desk.';

export function beginSession() {
  return begin({
    async setting(name) {
      return JSON.parse(localStorage.getItem(KEPT + name) ?? 'null');
    },
    async keepSetting(name, value) {
      localStorage.setItem(KEPT + name, JSON.stringify(value));
    },
    async forget() {
      forgetDrafts();
    },
  });
}

export function is(role) {
  return who()?.roles?.includes(role) ?? false;
}
