/** Where people log in, as the service says; kept for a start without a signal. */
export async function pageSettings(store) {
  try {
    const answer = await fetch('/page.json', { signal: AbortSignal.timeout(8000) });
    if (answer.ok) {
      const settings = await answer.json();
      await store.keepSetting('page', settings);
      return settings;
    }
  } catch {
    // No signal: what was kept counts.
  }
  return store.setting('page');
}
