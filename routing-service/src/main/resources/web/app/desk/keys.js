/** Letters instead of the mouse: what stands on the screen says which ones it hears; "?" shows them all. */
const heard = new Set();

function typing(event) {
  const [target] = event.composedPath();
  return target instanceof HTMLElement && (target.matches('textarea, select') || (target.matches('input') && target.type !== 'checkbox'));
}

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || (typing(event) && event.key !== 'Escape')) {
    return;
  }
  // What came last lies on top.
  const meant = [...heard]
    .reverse()
    .flatMap((keys) => keys.list())
    .filter((each) => each.key === event.key);
  const found = meant.find((each) => each.first) ?? meant[0];
  if (found) {
    event.preventDefault();
    found.run(event);
  }
});

/** @return all of {key, text} that are heard now */
export function allKeys() {
  return [...heard].flatMap((keys) => keys.list()).filter((each) => each.text);
}

/** The keys of one part of the screen, while it is there. */
export class Keys {
  /** @param list as a function: {key, text, run, first} each; without a text it is not shown, and first goes before others */
  constructor(host, list) {
    this.list = list;
    host.addController(this);
  }

  hostConnected() {
    heard.add(this);
  }

  hostDisconnected() {
    heard.delete(this);
  }
}
