/** Keeps the page itself on the phone, and asks the browser not to throw away what is kept here. */
export function keepOnPhone() {
  navigator.serviceWorker?.register('/worker.js').catch(() => {});
  navigator.storage?.persist?.().catch(() => {});
}
