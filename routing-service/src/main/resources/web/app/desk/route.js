/** The address is the state: whatever is shown can be sent to a colleague. */
export function route() {
  const [view, query] = location.hash.replace(/^#\/?/, '').split('?');
  return { view, params: new URLSearchParams(query ?? '') };
}

/** @param changes to the parameters of where one is; null takes one away */
export function address(changes, view = route().view) {
  const params = new URLSearchParams(route().params);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') {
      params.delete(name);
    } else {
      params.set(name, value);
    }
  }
  const query = params.toString();
  return `#/${view}${query ? `?${query}` : ''}`;
}

export function go(changes, view) {
  location.hash = address(changes, view);
}

/** Without a step back to where one was. */
export function replace(changes, view) {
  history.replaceState(null, '', address(changes, view));
  dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Renders its host again when the address changes. */
export class Routed {
  constructor(host) {
    host.addController(this);
    this.again = () => host.requestUpdate();
  }

  hostConnected() {
    addEventListener('hashchange', this.again);
  }

  hostDisconnected() {
    removeEventListener('hashchange', this.again);
  }
}
