import { render, screen } from '@testing-library/preact';
import { App } from '../../components/App.tsx';
import { AS_OF } from '../../fixtures/builders.ts';
import type { Scenario } from '../../lib/panel/data.ts';
import type { FrontDoor } from '../../lib/panel/following.ts';
import { createFormat } from '../../lib/panel/format.ts';
import type { Memory } from '../../lib/panel/memory.ts';
import type { KeptLook } from '../../lib/panel/preferences.ts';
import type { Shortcut } from '../../lib/panel/shortcut.ts';
import type { Report } from '../../lib/report/report.ts';
import type { Snapshot } from '../../lib/schema/snapshot.ts';
import { createStore } from '../../lib/snapshot/storage/store.ts';
import type { StartTimer } from '../../lib/with-timeout.ts';
import { FakeBrowser } from '../front-door.ts';
import { aMemory, MemoryArea, queue } from '../memory-area.ts';
import { aPanelModel, noTimer, nothing } from '../panel-model.ts';
import { SharedLook } from '../shared-look.ts';

interface Options {
  /** By default, the user allows nothing. */
  frontDoor?: FrontDoor;
  /** By default, nothing is chosen. */
  keptLook?: KeptLook;
  shortcut?: Shortcut;
  /** What the panel remembers from before. */
  memory?: Memory;
  /** What is stored before the panel opens; by default, nothing. */
  stored?: Snapshot;
  hash?: string;
  /** The first of them is what a fresh panel shows. */
  scenarios?: readonly Scenario[];
  /** The wall clock, in milliseconds: by default two hours after the snapshot was taken. */
  now?: number;
  /** Resolves when the page is idle: by default, immediately. */
  idle?: () => Promise<void>;
  /** By default, time never passes. */
  startTimer?: StartTimer;
  /** Copies the text; by default, the browser refuses. */
  writeClipboard?: (report: Report) => Promise<void>;
}

/** The whole panel over storage in memory, in British English and UTC. */
export async function openPanel({
  stored,
  memory = aMemory(),
  frontDoor = new FakeBrowser().door,
  keptLook = new SharedLook(),
  shortcut = { read: async () => 'Alt+Shift+S', change: async () => {}, family: 'chromium' },
  hash = '#/',
  scenarios = [nothing],
  startTimer = noTimer,
  idle = async () => {},
  now = Date.parse(AS_OF) + 2 * 3_600_000,
  writeClipboard = () => Promise.reject(new Error('NotAllowedError')),
}: Options = {}) {
  const area = new MemoryArea();
  let ids = 0;
  const store = createStore(area, queue(), () => `snapshot-${++ids}`);
  if (stored) await store.save(stored);
  const model = aPanelModel({
    store,
    scenarios: async () => scenarios,
    first: scenarios[0] ?? nothing,
    now: () => now,
    startTimer,
    idle,
    memory,
    frontDoor,
    keptLook,
    redirect(hash) {
      location.hash = hash;
      model.goTo(hash);
    },
    writeClipboard,
  });
  area.onChanged(() => void model.reload());
  location.hash = hash;
  const app = <App model={model} format={createFormat('en-GB')} shortcut={shortcut} build="0.1.0 (test)" />;
  render(app);
  await model.start(hash);
  await screen.findByRole('heading', { level: 1 });
  return { area, store, model, app };
}

const INLINE = new Set(['A', 'BDI', 'CODE', 'Q', 'SPAN', 'STRONG', 'TIME', 'WBR']);

/** An element's text, with spaces around its blocks and white space collapsed. */
export function textOf(element: Element = document.body): string {
  const read = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
    const inner = [...node.childNodes].map(read).join('');
    return INLINE.has(node.nodeName) ? inner : ` ${inner} `;
  };
  return read(element).replace(/\s+/g, ' ').trim();
}
