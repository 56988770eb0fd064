import { keepSetting, setting } from './store.js';

/** Where people log in, as the service says; kept for a start without a signal. */
export async function pageSettings() {
  try {
    const answer = await fetch('/page.json', { signal: AbortSignal.timeout(8000) });
    if (answer.ok) {
      const settings = await answer.json();
      await keepSetting('page', settings);
      return settings;
    }
  } catch {
    // No signal: what was kept counts.
  }
  return setting('page');
}
