import '../../components/theme.css';
import { render } from 'preact';
import { App } from '../../components/App.tsx';
import { Failure } from '../../components/ErrorBoundary.tsx';
import { FIRST_SCENARIO } from '../../fixtures/first-scenario.ts';
import {
  api,
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
import { createFormat } from '../../lib/panel/format.ts';
import { createMemory } from '../../lib/panel/memory.ts';
import { PanelModel } from '../../lib/panel/model.ts';
import { createStore } from '../../lib/snapshot/storage/store.ts';
import { troubleTexts } from '../../lib/texts/trouble.ts';
import { writeClipboard } from './clipboard.ts';

const MINUTE = 60_000;

/** Chromium finds no idle moment at all in a page that has nothing more to draw. */
const LONGEST_WAIT_MS = 100;

/** Resolves when the last drawing is on the screen and there is nothing else to do. */
const idle = () =>
  new Promise<void>((resolve) =>
    requestAnimationFrame(() => requestIdleCallback(() => resolve(), { timeout: LONGEST_WAIT_MS })),
  );
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

function launch(root: Element): void {
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
    memory: createMemory(sessionArea, windowKey()),
    frontDoor,
    keptLook,
    startTimer,
    locale: navigator.language,
    redirect: (hash) => location.replace(hash),
    writeClipboard,
    version,
  });
  addEventListener('hashchange', () => model.goTo(location.hash));
  onStored(() => void model.reload());
  setInterval(model.tick, MINUTE);
  render(
    <App
      model={model}
      format={createFormat(navigator.language)}
      shortcut={shortcut}
      build={`${version} (${import.meta.env.BROWSER}, ${import.meta.env.MODE})`}
    />,
    root,
  );
  void model
    .start(location.hash)
    .then(idle)
    .then(store.tidy)
    .catch(() => {
      // What is left over is tidied up at the next start.
    });
}

const root = document.getElementById('app');
if (root) {
  try {
    launch(root);
  } catch (error) {
    render(<Failure title={troubleTexts.launch} error={error} />, root);
  }
}
