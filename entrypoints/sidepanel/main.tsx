import '../../components/theme.css';
import { render } from 'preact';
import { App } from '../../components/App.tsx';
import { Failure } from '../../components/ErrorBoundary.tsx';
import { FIRST_SCENARIO } from '../../fixtures/first-scenario.ts';
import {
  frontDoor,
  keptLook,
  onStored,
  sessionArea,
  shortcut,
  startTimer,
  storageArea,
  windowKey,
  withLock,
} from '../../lib/browser.ts';
import { api } from '../../lib/browser-api.ts';
import { createFormat } from '../../lib/panel/format.ts';
import { createMemory } from '../../lib/panel/memory.ts';
import { PanelModel } from '../../lib/panel/model.ts';
import { createStore } from '../../lib/snapshot/storage/store.ts';
import { MINUTE } from '../../lib/status/duration.ts';
import { troubleTexts } from '../../lib/texts/trouble.ts';
import { writeClipboard } from './clipboard.ts';

/** Longer than storage takes to answer, shorter than a noticeable blank. */
const LONGEST_BLANK_MS = 200;
/** A hidden page never paints, so the wait is limited. */
const LONGEST_UNPAINTED_MS = 1000;
/** Chromium reports no idle moment for a page with nothing left to draw. */
const LONGEST_WAIT_MS = 100;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Resolves when the panel's first words are on the screen. */
const firstPaint = Promise.race([
  wait(LONGEST_UNPAINTED_MS),
  new Promise<void>((resolve) => {
    new PerformanceObserver((list) => {
      if (list.getEntriesByName('first-contentful-paint').length > 0) resolve();
    }).observe({ type: 'paint', buffered: true });
  }),
]);

/** Resolves when the latest changes are on the screen and the page is idle. */
async function idle(): Promise<void> {
  await firstPaint;
  await new Promise<void>((resolve) =>
    requestAnimationFrame(() => requestIdleCallback(() => resolve(), { timeout: LONGEST_WAIT_MS })),
  );
}
const pause = () => wait(0);

async function launch(root: Element): Promise<void> {
  const { version } = api.runtime.getManifest();
  const store = createStore(storageArea, withLock, () => crypto.randomUUID(), {
    rowsVersion: import.meta.env.ROWS_VERSION,
    pause,
  });
  const model = new PanelModel({
    store,
    scenarios: async () => (await import('../../fixtures/scenarios.ts')).SCENARIOS,
    first: FIRST_SCENARIO,
    now: Date.now,
    idle,
    pause,
    height: innerHeight,
    memory: createMemory(sessionArea, windowKey()),
    frontDoor,
    keptLook,
    startTimer,
    locale: navigator.language,
    redirect: (hash) => location.replace(hash),
    writeClipboard,
    version,
  });
  // The panel restores the list's scroll position itself, by row.
  history.scrollRestoration = 'manual';
  addEventListener('hashchange', () => model.goTo(location.hash));
  onStored(() => void model.reload());
  setInterval(model.tick, MINUTE);
  const started = model.start(location.hash);
  // If the data arrives soon, the first frame already shows the list.
  await Promise.race([started, wait(LONGEST_BLANK_MS)]);
  render(
    <App
      model={model}
      format={createFormat(navigator.language)}
      shortcut={shortcut}
      build={`${version} (${import.meta.env.BROWSER}, ${import.meta.env.MODE})`}
    />,
    root,
  );
  await started;
  await idle();
  await store.tidy().catch(() => {
    // Leftovers are removed at the next start.
  });
}

const root = document.getElementById('app');
if (root) launch(root).catch((error) => render(<Failure title={troubleTexts.launch} error={error} />, root));
