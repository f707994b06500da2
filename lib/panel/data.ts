/**
 * Operations on the whole snapshot: load a scenario, import, export, reset, and undo. Every panel has this model for
 * the list's Undo, so the code that only these operations need is loaded on first use.
 */
import { computed, createModel, type ReadonlySignal, signal } from '@preact/signals';
import type { Snapshot } from '../schema/snapshot.ts';
import type { SnapshotStore, Undo } from '../snapshot/storage/store.ts';
import { withTimeout } from '../with-timeout.ts';
import { type OneAtATime, type OneAtATimeDeps, OneAtATimeModel } from './one-at-a-time.ts';
import type { Change, Outcome } from './outcome.ts';
import type { GivenFile } from './taking-in.ts';

/** A fixture that can be loaded. */
export interface Scenario {
  /** The file name without `.json`. */
  id: string;
  title: string;
  /** What to look at, in one sentence. */
  shows: string;
  /** The finding that the scenario's first source demonstrates. */
  code?: string;
  /** The file's content, not yet checked: it goes through the same import as a user's file. */
  load: () => Promise<unknown>;
}

/** A file's name and text. */
export interface TextFile {
  name: string;
  text: string;
}

/** No method rejects. */
export interface Data extends Omit<OneAtATime, 'perform'> {
  /** The name of the change that `undo` would revert; null if there is none. */
  undoable: ReadonlySignal<string | null>;
  /** Empty until they are read. */
  scenarios: ReadonlySignal<readonly Scenario[]>;
  scenariosFailed: ReadonlySignal<boolean>;
  readScenarios(): Promise<void>;
  loadScenario(scenario: Scenario): Promise<void>;
  /** One snapshot, or the exports of one tool. */
  importFiles(files: readonly GivenFile[]): Promise<void>;
  /** The stored snapshot as a file; null if nothing readable is stored. */
  exportFile(): Promise<TextFile | null>;
  reset(): Promise<void>;
  /** Reverts the last change; called again, the one before it. */
  undo(): Promise<void>;
}

export interface DataDeps extends OneAtATimeDeps {
  store: Pick<SnapshotStore, 'readList' | 'readAll' | 'save'>;
  scenarios: () => Promise<readonly Scenario[]>;
  /** The scenario that a new installation shows. */
  first: Scenario;
  now: () => number;
  /** Lets other work run, above all drawing. */
  pause: () => Promise<void>;
}

/** Each keeps a whole snapshot in memory, up to some megabytes. */
const MOST_UNDOS = 5;

interface Step {
  name: string;
  from: string;
  undo: Undo;
}

export const DataModel = createModel<Data, [DataDeps]>((deps) => {
  const { store, first, pause } = deps;
  const steps = signal<readonly Step[]>([]);
  const scenarios = signal<readonly Scenario[]>([]);
  const scenariosFailed = signal(false);
  const answer = <T>(task: Promise<T>) => withTimeout(task, deps.startTimer);
  const { perform, outcome, origin, busy, hasToWait } = new OneAtATimeModel(deps);

  async function take(done: Change, from: string, file: TextFile, moveTo?: Date): Promise<Outcome> {
    const { takeIn } = await import('./taking-in.ts');
    const result = await takeIn(file.text, pause, moveTo);
    const { name } = file;
    if (!result.ok) return { done: 'refused', name, problems: result.problems };
    const { snapshot, masked, leftOut, reordered } = result;
    // Recorded even if saving takes longer than the panel waits.
    await answer(
      store.save(snapshot).then((undo) => {
        steps.value = [...steps.value, { name, from, undo }].slice(-MOST_UNDOS);
      }),
    );
    return { done, name, ...sizeOf(snapshot), masked, leftOut, reordered };
  }

  /** Moved in time, as if taken just now. */
  async function takeScenario(done: Change, from: string, { title, load }: Scenario): Promise<Outcome> {
    const text = JSON.stringify(await answer(load()));
    return take(done, from, { name: title, text }, new Date(deps.now()));
  }

  async function takeBack(step: Step): Promise<Outcome> {
    const undone = await answer(
      step.undo().then((isUndone) => {
        // Another window's newer snapshot must not be lost, so earlier steps can't be undone either.
        steps.value = isUndone ? steps.value.filter((other) => other !== step) : [];
        return isUndone;
      }),
    );
    return undone ? { done: 'undone', name: step.name } : { done: 'overtaken' };
  }

  return {
    outcome,
    origin,
    busy,
    hasToWait,
    undoable: computed(() => steps.value.at(-1)?.name ?? null),
    scenarios,
    scenariosFailed,
    async readScenarios() {
      try {
        scenarios.value = await deps.scenarios();
      } catch {
        scenariosFailed.value = true;
      }
    },
    async loadScenario(scenario) {
      await perform(scenario.id, () => takeScenario('loaded', scenario.id, scenario));
    },
    async importFiles(files) {
      await perform('import', async () => {
        const { readGiven, shownFileName } = await import('./taking-in.ts');
        const name = files.map((file) => shownFileName(file.name)).join(', ');
        const given = await answer(readGiven(files)).catch(() => null);
        if (given === null) return { done: 'unread', name };
        if (!given.ok) return { done: 'refused', name, problems: given.problems };
        const outcome = await take('imported', 'import', { name, text: given.text });
        return outcome.done === 'imported' ? { ...outcome, isFileTime: given.isFileTime } : outcome;
      });
    },
    async exportFile() {
      let file: TextFile | null = null;
      await perform('export', async () => {
        const stored = await answer(store.readAll());
        if (stored === null) return { done: 'nothingToExport' };
        const { exportFileName, exportSnapshot } = await import('../snapshot/export.ts');
        const { snapshot, unreadable } = stored;
        const name = exportFileName(snapshot);
        file = { name, text: exportSnapshot(snapshot) };
        return { done: 'exported', name, ...sizeOf(snapshot), unreadable };
      });
      return file;
    },
    async reset() {
      await perform('reset', () => takeScenario('reset', 'reset', first));
    },
    async undo() {
      const last = steps.value.at(-1);
      if (last === undefined) return;
      const ended = await perform(last.from, () => takeBack(last));
      // It was undone at least in part, so it can't be undone again.
      if (ended?.done === 'changed') steps.value = steps.value.filter((step) => step !== last);
    },
  };
});

function sizeOf({ sources, profiles }: Snapshot): { sources: number; profiles: number } {
  return { sources: sources.length, profiles: profiles.length };
}
