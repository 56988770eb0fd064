import { initials } from './pinyin.js';
import { keepSetting, setting } from './store.js';

/** 诉求类别. Found by a piece of their Chinese, by initials of its pinyin, or by code; those used last come first. */
const MOST_FOUND = 12;
const MOST_RECENT = 6;
const MOST_GUESSED = 4;
const RECENT = 'recent-categories';

/** Complaints about officials: for the supervision office alone (DOMAIN §7). */
export const ABOUT_OFFICIALS = 'ZX02';

export async function recentCategories() {
  return (await setting(RECENT)) ?? [];
}

export async function usedCategory(code) {
  const others = (await recentCategories()).filter((each) => each !== code);
  await keepSetting(RECENT, [code, ...others].slice(0, MOST_RECENT));
}

export function findCategories(all, typed) {
  const wanted = typed.trim().toLowerCase();
  if (!wanted) {
    return [];
  }
  return all
    .map((category) => ({ category, rank: rank(category, wanted) }))
    .filter((found) => found.rank > 0)
    .sort((one, other) => other.rank - one.rank)
    .slice(0, MOST_FOUND)
    .map((found) => found.category);
}

function rank(category, wanted) {
  const name = category.name.toLowerCase();
  const short = initials(category.name);
  if (name.startsWith(wanted) || short.startsWith(wanted)) {
    return 4;
  }
  if (name.includes(wanted) || short.includes(wanted)) {
    return 3;
  }
  if (category.group.includes(wanted) || initials(category.group).startsWith(wanted)) {
    return 2;
  }
  return category.code.toLowerCase().startsWith(wanted) ? 1 : 0;
}

/** Those whose names share pairs of characters with what was written. */
export function guessCategories(all, text) {
  const written = pairs(text);
  return all
    .map((category) => ({ category, shared: [...pairs(category.name)].filter((pair) => written.has(pair)).length }))
    .filter((guess) => guess.shared > 0)
    .sort((one, other) => other.shared - one.shared)
    .slice(0, MOST_GUESSED)
    .map((guess) => guess.category);
}

function pairs(text) {
  const characters = [...text];
  return new Set(
    characters.slice(1).map((character, at) => characters[at] + character).filter((pair) => /^\p{Script=Han}{2}$/u.test(pair)),
  );
}
