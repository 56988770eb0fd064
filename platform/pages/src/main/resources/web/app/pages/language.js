/** 语言. One switch for all texts of a page; Chinese unless English was chosen. */
const CHOSEN = 'language';
const texts = { zh: {}, en: {} };
const hosts = new Set();

export function addTexts(more) {
  Object.assign(texts.zh, more.zh);
  Object.assign(texts.en, more.en);
}

export function language() {
  return localStorage.getItem(CHOSEN) === 'en' ? 'en' : 'zh';
}

/** For Intl, Accept-Language and lang attributes. */
export function locale() {
  return language() === 'en' ? 'en' : 'zh-CN';
}

export function speak(chosen) {
  localStorage.setItem(CHOSEN, chosen);
  document.documentElement.lang = locale();
  hosts.forEach((host) => host.requestUpdate());
}

/** The text of a key, whole, with {names} filled in. */
export function t(key, values = {}) {
  const text = texts[language()][key];
  if (text === undefined) {
    throw new Error(`no text ${key} in ${language()}`);
  }
  return text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? '');
}

/** The word for a code of a service; a code that came later than this page stands for itself. */
export function word(kind, code) {
  const key = `${kind}.${code}`;
  return key in texts[language()] ? t(key) : code;
}

/** Renders its host again when another language is spoken. */
export class Speaking {
  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  hostConnected() {
    hosts.add(this.host);
  }

  hostDisconnected() {
    hosts.delete(this.host);
  }
}

document.documentElement.lang = locale();
