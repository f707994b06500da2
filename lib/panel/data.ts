/**
 * What QA and teams do with the snapshot as a whole: load a scenario, import, export, reset, and undo that.
 * The list can be reset too, so the code that only these need is loaded when one of them is asked for.
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
  /** The file's name without `.json`. */
  id: string;
  title: string;
  /** What to look at, in one sentence. */
  shows: string;
  /** The finding that the main source, its first, demonstrates. */
  code?: string;
  /** The file's content, not checked yet: it goes through the same import as a file from outside. */
  load: () => Promise<unknown>;
}

/** A file's name and text. */
export interface TextFile {
  name: string;
  text: string;
}

/** No method rejects. */
export interface Data extends Omit<OneAtATime, 'perform'> {
  /** The name of what `undo` would take back; null where there is nothing. */
  undoable: ReadonlySignal<string | null>;
  /** None before they were read. */
  scenarios: ReadonlySignal<readonly Scenario[]>;
  scenariosFailed: ReadonlySignal<boolean>;
  readScenarios(): Promise<void>;
  loadScenario(scenario: Scenario): Promise<void>;
  /** One snapshot, or the exports of one tool. */
  importFiles(files: readonly GivenFile[]): Promise<void>;
  /** What is stored as a file; null where there is nothing that can be read. */
  exportFile(): Promise<TextFile | null>;
  reset(): Promise<void>;
  /** Takes the last change back, and the next time the one before it. */
  undo(): Promise<void>;
}

export interface DataDeps extends OneAtATimeDeps {
  store: Pick<SnapshotStore, 'readList' | 'readAll' | 'save'>;
  scenarios: () => Promise<readonly Scenario[]>;
  /** What a fresh panel shows. */
  first: Scenario;
  now: () => number;
  /** Lets others work: the screen, above all. */
  pause: () => Promise<void>;
}

/** Each keeps a whole snapshot in memory, of some megabytes at most. */
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
    // Also where it is done too late for the user to wait for.
    await answer(
      store.save(snapshot).then((undo) => {
        steps.value = [...steps.value, { name, from, undo }].slice(-MOST_UNDOS);
      }),
    );
    return { done, name, ...sizeOf(snapshot), masked, leftOut, reordered };
  }

  /** As if taken just now. */
  async function takeScenario(done: Change, from: string, { title, load }: Scenario): Promise<Outcome> {
    const text = JSON.stringify(await answer(load()));
    return take(done, from, { name: title, text }, new Date(deps.now()));
  }

  async function takeBack(step: Step): Promise<Outcome> {
    const undone = await answer(
      step.undo().then((isUndone) => {
        // What another window stored since must not be lost, so no earlier step can be undone either.
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
      // It was done, at least in part, so it cannot be done again.
      if (ended?.done === 'changed') steps.value = steps.value.filter((step) => step !== last);
    },
  };
});

function sizeOf({ sources, profiles }: Snapshot): { sources: number; profiles: number } {
  return { sources: sources.length, profiles: profiles.length };
}
