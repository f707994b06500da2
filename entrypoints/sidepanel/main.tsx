import '../../components/theme.css';
import { render } from 'preact';
import { App } from '../../components/App.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { FIRST_SCENARIO } from '../../fixtures/first-scenario.ts';
import {
  browser,
  frontDoor,
  keptLook,
  onStored,
  sessionArea,
  shortcut,
  storageArea,
  windowKey,
  withLock,
} from '../../lib/browser.ts';
import { createFormat } from '../../lib/panel/format.ts';
import { createMemory } from '../../lib/panel/memory.ts';
import { createModel } from '../../lib/panel/model.ts';
import { createStore } from '../../lib/snapshot/storage/store.ts';
import { texts } from '../../lib/texts/panel.ts';

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
  const store = createStore(storageArea, withLock, () => crypto.randomUUID(), {
    rowsVersion: import.meta.env.ROWS_VERSION,
    pause,
  });
  const model = createModel({
    store,
    scenarios: async () => (await import('../../fixtures/scenarios.ts')).SCENARIOS,
    first: FIRST_SCENARIO,
    now: Date.now,
    idle,
    pause,
    memory: createMemory(sessionArea, windowKey()),
    frontDoor,
    keptLook,
    shortcut,
    redirect: (hash) => location.replace(hash),
    writeClipboard: (text) => navigator.clipboard.writeText(text),
    version: browser.runtime.getManifest().version,
    build: `${import.meta.env.BROWSER}, ${import.meta.env.MODE}`,
  });
  addEventListener('hashchange', () => model.goTo(location.hash));
  onStored(() => void model.reload());
  setInterval(model.tick, MINUTE);
  render(<App model={model} format={createFormat(navigator.language)} />, root);
  void model
    .start(location.hash)
    .then(idle)
    .then(store.tidy)
    .catch(() => {
      // Nothing the user waits for: the next start tidies.
    });
}

const root = document.getElementById('app');
if (root) {
  try {
    launch(root);
  } catch {
    render(<Trouble title={texts.trouble.launch} help={texts.trouble.launchHelp} />, root);
  }
}
