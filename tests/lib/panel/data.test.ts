import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AS_OF, anAccount, aProfile, aSnapshot, aSource } from '../../../fixtures/builders.ts';
import { manySources } from '../../../fixtures/many-sources.ts';
import { type Data, type DataDeps, DataModel, type Scenario } from '../../../lib/panel/data.ts';
import type { Outcome } from '../../../lib/panel/outcome.ts';
import { importSnapshot } from '../../../lib/snapshot/import.ts';
import { createStore, type SnapshotStore } from '../../../lib/snapshot/storage/store.ts';
import { given } from '../../given-file.ts';
import { MemoryArea, queue } from '../../memory-area.ts';
import { noTimer } from '../../panel-model.ts';
import { aTimer } from '../../timer.ts';

const NOW = Date.parse('2027-03-01T12:00:00Z');

const first: Scenario = {
  id: 'first',
  title: 'The first',
  shows: 'One source.',
  load: async () => aSnapshot(),
};
const broken: Scenario = { ...first, id: 'broken', load: () => Promise.reject(new Error('No such file')) };

let area: MemoryArea;
let store: SnapshotStore;
let data: Data;
let outcomes: Outcome[];
let pauses: number;
let waits: number;

beforeEach(() => {
  area = new MemoryArea();
  let ids = 0;
  store = createStore(area, queue(), () => `snapshot-${++ids}`);
  outcomes = [];
  pauses = 0;
  waits = 0;
  data = aData();
});

function aData(deps: Partial<DataDeps> = {}): Data {
  return new DataModel({
    store,
    scenarios: async () => [first],
    first,
    now: () => NOW,
    pause: async () => {
      pauses += 1;
    },
    startTimer: noTimer,
    quietly: (change) => change(),
    onOutcome: (outcome) => outcomes.push(outcome),
    onWait: () => {
      waits += 1;
    },
    ...deps,
  });
}

const two = aSnapshot({ sources: [aSource({ id: 'a' }), aSource({ id: 'b' })] });
const importIt = (text: string, name = 'team.json') => data.importFiles(given(name, async () => text));
const generatedAt = async () => (await store.readAll())?.snapshot.generated_at;

describe('loading a scenario', () => {
  it('stores it as if it had been taken just now, and says what it holds', async () => {
    await data.loadScenario(first);
    expect(await generatedAt()).toBe('2027-03-01T12:00:00Z');
    expect(data.outcome.value).toEqual({
      done: 'loaded',
      name: 'The first',
      sources: 1,
      profiles: 1,
      masked: 0,
      leftOut: 0,
      reordered: 0,
    });
    expect(data.origin.value).toBe('first');
    expect(outcomes).toEqual([data.outcome.value]);
  });

  it('says so if its file cannot be loaded, and changes nothing', async () => {
    await importIt(JSON.stringify(two));
    const before = area.contents();
    await data.loadScenario(broken);
    expect(data.outcome.value).toEqual({ done: 'failed' });
    expect(area.contents()).toEqual(before);
  });
});

describe('importing exports of a team’s own tools', () => {
  const fixture = (name: string) => ({
    name: `${name}.json`,
    modified: new Date(NOW),
    read: () => readFile(`fixtures/exports/${name}.json`, 'utf8'),
  });

  it('makes one snapshot from one tool’s files', async () => {
    await data.importFiles(['airbyte-connections-1', 'airbyte-connections-2', 'airbyte-jobs'].map(fixture));
    expect(data.outcome.value).toMatchObject({ done: 'imported', sources: 10, isFileTime: true });
    const { snapshot } = (await store.readAll()) ?? {};
    expect(snapshot?.mock).toBe(false);
    expect(snapshot?.notice).toMatch(/^Made from Airbyte/);
    await data.undo();
    expect(await store.readAll()).toBeNull();
  });

  it('refuses files of two tools together, and stores nothing', async () => {
    await data.importFiles(['airbyte-jobs', 'dbt-sources'].map(fixture));
    expect(data.outcome.value).toMatchObject({
      done: 'refused',
      name: 'airbyte-jobs.json, dbt-sources.json',
    });
    expect(area.contents()).toEqual({});
  });
});

describe('importing a text', () => {
  it('stores it without moving an instant', async () => {
    await importIt(JSON.stringify(two));
    expect((await store.readAll())?.snapshot).toEqual(two);
    expect(data.outcome.value).toMatchObject({ done: 'imported', name: 'team.json', sources: 2 });
  });

  it('counts what was masked and what was left out', async () => {
    const elsewhere = aProfile({ id: 'elsewhere', name: 'Elsewhere' });
    const own = aSource({
      accounts: [anAccount({ masked_ref: 'act_1234567890' }), anAccount({ profile_id: 'elsewhere' })],
    });
    const sources = [own, aSource({ id: 'foreign', profile_id: 'elsewhere' })];
    await importIt(JSON.stringify(aSnapshot({ profiles: [aProfile(), elsewhere], sources })));
    expect(data.outcome.value).toMatchObject({ sources: 1, profiles: 1, masked: 1, leftOut: 2 });
    expect(JSON.stringify(area.contents())).not.toMatch(/elsewhere|foreign|1234567890/i);
  });

  it('says why it is refused, and leaves the storage unchanged', async () => {
    await importIt(JSON.stringify(two));
    const before = area.contents();
    area.calls.set = 0;
    await importIt(JSON.stringify({ ...two, mock: 1 }));
    expect(data.outcome.value).toMatchObject({ done: 'refused', name: 'team.json' });
    expect(outcomes.at(-1)).toMatchObject({
      problems: expect.arrayContaining([{ path: 'mock', message: 'must be true or false, is a number' }]),
    });
    expect(area.contents()).toEqual(before);
    expect(area.calls.set).toBe(0);
  });

  it('never throws and never touches storage when any text is refused', async () => {
    await importIt(JSON.stringify(two));
    const before = area.contents();
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        await importIt(text);
        expect(data.outcome.value?.done).toBe('refused');
        expect(area.contents()).toEqual(before);
      }),
    );
  });

  it('says so when the file cannot be read', async () => {
    await data.importFiles(given('folder', () => Promise.reject(new Error('NotReadableError'))));
    expect(data.outcome.value).toEqual({ done: 'unread', name: 'folder' });
    expect(area.contents()).toEqual({});
  });

  it('says so when it does not fit, and keeps what was there', async () => {
    await importIt(JSON.stringify(two));
    const before = area.contents();
    area.refuse = true;
    await importIt(JSON.stringify(aSnapshot()));
    expect(data.outcome.value).toEqual({ done: 'tooLarge' });
    expect(area.contents()).toEqual(before);
  });

  it('says so when storing fails for another reason', async () => {
    area.set = () => Promise.reject(new Error('IO error'));
    await importIt(JSON.stringify(two));
    expect(data.outcome.value).toEqual({ done: 'failed' });
  });

  it.each([
    ['a token', `Bearer ${'abcde12345'.repeat(3)}.json`, '…'],
    ['a long number', 'act_1234567890.json', 'act_•••7890.json'],
  ])('does not repeat %s that is part of the file’s name', async (_, fileName, name) => {
    await importIt('', fileName);
    expect(data.outcome.value).toMatchObject({ done: 'refused', name });
  });
});

it('repeatedly lets other work run while it reads a large text', async () => {
  await importIt(JSON.stringify(manySources(200, 3)));
  expect(data.outcome.value).toMatchObject({ done: 'imported', sources: 200 });
  expect(pauses).toBeGreaterThanOrEqual(10);
});

describe('one thing at a time', () => {
  it('is busy until it is done, and starts nothing else', async () => {
    let give: (text: string) => void = () => {};
    const text = new Promise<string>((resolve) => {
      give = resolve;
    });
    const importing = data.importFiles(given('slow.json', () => text));
    expect(data.busy.value).toBe(true);
    await Promise.all([data.reset(), data.loadScenario(first), importIt('{}'), data.undo()]);
    expect(outcomes).toEqual([]);
    expect(area.contents()).toEqual({});
    give(JSON.stringify(two));
    await importing;
    expect(data.busy.value).toBe(false);
    expect(outcomes).toEqual([expect.objectContaining({ done: 'imported', name: 'slow.json' })]);
  });

  it('is no longer busy after a failure', async () => {
    await data.loadScenario(broken);
    expect(data.busy.value).toBe(false);
    await data.reset();
    expect(data.outcome.value).toMatchObject({ done: 'reset' });
  });
});

describe('undo', () => {
  it('is not available at first', async () => {
    expect(data.undoable.value).toBeNull();
    await data.undo();
    expect(outcomes).toEqual([]);
  });

  it('restores what was stored before an import, beside that import', async () => {
    await data.reset();
    const before = area.contents();
    await importIt(JSON.stringify(two));
    expect(data.undoable.value).toBe('team.json');
    await data.undo();
    expect(area.contents()).toEqual(before);
    expect(data.outcome.value).toEqual({ done: 'undone', name: 'team.json' });
    expect(data.origin.value).toBe('import');
  });

  it('goes back several steps, so that loading the same scenario twice loses nothing', async () => {
    await importIt(JSON.stringify(two));
    const before = area.contents();
    await data.loadScenario(first);
    await data.loadScenario(first);
    await data.undo();
    await data.undo();
    expect(area.contents()).toEqual(before);
    expect(data.undoable.value).toBe('team.json');
  });

  it('goes back five steps and no further', async () => {
    for (let times = 0; times < 7; times++) await data.reset();
    for (let times = 0; times < 5; times++) await data.undo();
    expect(data.undoable.value).toBeNull();
    expect((await store.readList()).state).toBe('ready');
  });

  it('restores damaged data after a reset', async () => {
    await area.set({ snapshot: '{damaged', 'source/3': 'bytes' });
    const before = area.contents();
    await data.reset();
    await data.undo();
    expect(area.contents()).toEqual(before);
  });

  it('changes nothing once another window has stored a snapshot', async () => {
    await data.reset();
    await importIt(JSON.stringify(two));
    await createStore(area, queue(), () => 'other').save(aSnapshot());
    const after = area.contents();
    await data.undo();
    expect(data.outcome.value).toEqual({ done: 'overtaken' });
    expect(area.contents()).toEqual(after);
    expect(data.undoable.value).toBeNull();
  });

  it('is still possible after a refusal, and after it failed', async () => {
    await importIt(JSON.stringify(two));
    await importIt('{}');
    area.set = () => Promise.reject(new Error('IO error'));
    await data.undo();
    expect(data.outcome.value).toEqual({ done: 'failed' });
    expect(data.undoable.value).toBe('team.json');
  });
});

describe('exporting', () => {
  it('makes a file that imports back to the same snapshot, and says what it contains', async () => {
    await importIt(JSON.stringify(two));
    const before = area.contents();
    const file = await data.exportFile();
    expect(file?.name).toBe('source-status-2026-11-20-0800.json');
    expect(importSnapshot(file?.text ?? '')).toEqual({
      ok: true,
      snapshot: two,
      masked: 0,
      leftOut: 0,
      reordered: 0,
    });
    expect(data.outcome.value).toEqual({
      done: 'exported',
      name: file?.name,
      sources: 2,
      profiles: 1,
      unreadable: 0,
    });
    expect(area.contents()).toEqual(before);
  });

  it('counts unreadable sources', async () => {
    await importIt(JSON.stringify(two));
    area.items.delete('source/1');
    await data.exportFile();
    expect(data.outcome.value).toMatchObject({ sources: 1, unreadable: 1 });
  });

  it.each(['{', '{"layout":9}', undefined])('says so when there is nothing to export: %s', async (header) => {
    if (header !== undefined) await area.set({ snapshot: header });
    expect(await data.exportFile()).toBeNull();
    expect(data.outcome.value).toEqual({ done: 'nothingToExport' });
  });
});

it('resets to what a fresh panel shows', async () => {
  await data.reset();
  expect((await store.readAll())?.snapshot).toEqual({
    ...aSnapshot({ sources: expect.anything() }),
    generated_at: '2027-03-01T12:00:00Z',
  });
  expect(data.outcome.value).toMatchObject({ done: 'reset', name: 'The first' });
  expect(Date.parse(AS_OF)).toBeLessThan(NOW);
});

describe('a failure', () => {
  const before = aSnapshot({ sources: [aSource({ id: 'before' })] });
  const ids = async () => (await store.readAll())?.snapshot.sources.map(({ id }) => id);

  beforeEach(async () => {
    await store.save(before);
  });

  it('changed nothing if the write was refused', async () => {
    area.set = () => Promise.reject(new Error('IO error'));
    await importIt(JSON.stringify(two));
    expect(data.outcome.value).toEqual({ done: 'failed' });
    expect(await ids()).toEqual(['before']);
  });

  it('changed something if a step after the write was refused', async () => {
    data = aData({ store: { ...store, save: failAfter(store.save) } });
    await importIt(JSON.stringify(two));
    expect(data.outcome.value).toEqual({ done: 'changed' });
    expect(await ids()).toEqual(['a', 'b']);
    expect(data.undoable.value).toBeNull();
  });

  it('may have changed something if the browser cannot read either', async () => {
    const set = area.set.bind(area);
    area.set = async (items) => {
      await set(items);
      area.get = () => Promise.reject(new Error('IO error'));
      throw new Error('IO error');
    };
    await importIt(JSON.stringify(two));
    expect(data.outcome.value).toEqual({ done: 'uncertain' });
  });

  it('has an unknown effect if the browser never answers; what it does later can still be undone', async () => {
    const timer = aTimer();
    const saved = Promise.withResolvers<void>();
    const save: typeof store.save = async (snapshot) => {
      await saved.promise;
      return store.save(snapshot);
    };
    data = aData({ store: { ...store, save }, startTimer: timer.start });
    const imported = importIt(JSON.stringify(two));
    await expect.poll(timer.running).toHaveLength(1);
    await vi.dynamicImportSettled();
    await expect.poll(() => pauses).toBeGreaterThan(2);
    timer.pass();
    await imported;
    expect(data.outcome.value).toEqual({ done: 'unanswered' });
    expect(data.busy.value).toBe(false);
    expect(data.undoable.value).toBeNull();
    saved.resolve();
    await expect.poll(() => data.undoable.value).toBe('team.json');
    await data.undo();
    expect(await ids()).toEqual(['before']);
  });

  it('does not offer an undo again that was done', async () => {
    const saves: typeof store.save = async (snapshot) => failAfter(await store.save(snapshot));
    data = aData({ store: { ...store, save: saves } });
    await importIt(JSON.stringify(two));
    await data.undo();
    expect(data.outcome.value).toEqual({ done: 'changed' });
    expect(await ids()).toEqual(['before']);
    expect(data.undoable.value).toBeNull();
  });

  it('is reported if the scenarios cannot be loaded', async () => {
    data = aData({ scenarios: () => Promise.reject(new Error('No such chunk')) });
    await data.readScenarios();
    expect(data.scenariosFailed.value).toBe(true);
    expect(data.scenarios.value).toEqual([]);
  });

  /** Does the work, and then fails. */
  function failAfter<Args extends unknown[]>(task: (...args: Args) => Promise<unknown>) {
    return async (...args: Args): Promise<never> => {
      await task(...args);
      throw new Error('IO error');
    };
  }
});

describe('a second operation while the first is running', () => {
  it('must wait, and is not started', async () => {
    const text = Promise.withResolvers<string>();
    const first = data.importFiles(given('first.json', () => text.promise));
    await importIt(JSON.stringify(aSnapshot()), 'second.json');
    expect(waits).toBe(1);
    expect(data.hasToWait.value).toBe(true);
    expect(data.outcome.value).toBeNull();
    text.resolve(JSON.stringify(two));
    await first;
    expect(data.outcome.value).toMatchObject({ done: 'imported', name: 'first.json' });
    expect(data.hasToWait.value).toBe(false);
  });
});
