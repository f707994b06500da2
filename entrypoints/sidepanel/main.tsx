import '../../components/theme.css';
import { render } from 'preact';
import { App } from '../../components/App.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { FIRST_SCENARIO } from '../../fixtures/first-scenario.ts';
import {
  alone,
  browser,
  frontDoor,
  keptLook,
  onStored,
  sessionArea,
  shortcut,
  storageArea,
  windowKey,
} from '../../lib/browser.ts';
import { createFormat } from '../../lib/panel/format.ts';
import { createMemory } from '../../lib/panel/memory.ts';
import { createModel } from '../../lib/panel/model.ts';
import { createLateStore } from '../../lib/snapshot/storage/late-store.ts';
import { texts } from '../../lib/texts/panel.ts';
import { writeClipboard } from './clipboard.ts';

const MINUTE = 60_000;

/** Chromium finds no idle moment at all in a page that has nothing more to draw. */
const LONGEST_WAIT_MS = 100;

/** Once what was drawn last is on the screen, and nothing else is to do. */
const idle = () =>
  new Promise<void>((resolve) =>
    requestAnimationFrame(() => requestIdleCallback(() => resolve(), { timeout: LONGEST_WAIT_MS })),
  );
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

const after = (milliseconds: number, run: () => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

function launch(root: Element): void {
  const store = createLateStore(storageArea, alone, () => crypto.randomUUID(), pause);
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
    writeClipboard,
    after,
    version: browser.runtime.getManifest().version,
    build: `${import.meta.env.BROWSER}, ${import.meta.env.MODE}`,
  });
  addEventListener('hashchange', () => model.goTo(location.hash));
  onStored(() => void model.reload());
  setInterval(model.tick, MINUTE);
  render(<App model={model} format={createFormat(navigator.language)} />, root);
  void model.start(location.hash).then(idle).then(store.tidy);
}

const root = document.getElementById('app');
if (root) {
  try {
    launch(root);
  } catch {
    render(<Trouble title={texts.trouble.launch} help={texts.trouble.launchHelp} />, root);
  }
}
