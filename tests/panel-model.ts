import { vi } from 'vitest';
import { aSnapshot } from '../fixtures/builders.ts';
import type { Scenario } from '../lib/panel/data.ts';
import { type Model, type ModelDeps, PanelModel } from '../lib/panel/model.ts';
import { FakeBrowser } from './front-door.ts';
import { aMemory } from './memory-area.ts';
import { SharedLook } from './shared-look.ts';

/** Time that never passes. */
export const noTimer = () => () => {};

export const nothing: Scenario = {
  id: 'nothing',
  title: 'Nothing',
  shows: 'No source.',
  load: async () => aSnapshot({ sources: [] }),
};

const opened = new Set<Disposable>();

/** The panel's state over this store. By default, nothing is allowed, remembered or stored. */
export function aPanelModel({ store, ...others }: Partial<ModelDeps> & Pick<ModelDeps, 'store'>): Model {
  const model = new PanelModel({
    store,
    scenarios: async () => [nothing],
    first: nothing,
    now: () => 0,
    startTimer: noTimer,
    idle: async () => {},
    height: 800,
    pause: async () => {},
    memory: aMemory(),
    frontDoor: new FakeBrowser().door,
    keptLook: new SharedLook(),
    redirect: (hash) => model.goTo(hash),
    writeClipboard: async () => {},
    locale: 'en-GB',
    version: '0.1.0',
    ...others,
  });
  opened.add(model);
  return model;
}

/** Disposes of every panel that a test opened, after waiting for code that is still loading. */
export async function closePanels(): Promise<void> {
  await vi.dynamicImportSettled();
  for (const model of opened) model[Symbol.dispose]();
  opened.clear();
}
