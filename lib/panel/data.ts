/**
 * What QA and teams do with the snapshot as a whole: load a scenario, import, export, reset, and take it back.
 * The list can be reset too, so the code that only these need is loaded when one of them is asked for.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Snapshot } from '../schema/snapshot.ts';
import { maskDigits } from '../snapshot/import/mask.ts';
import type { Problem } from '../snapshot/import/problems.ts';
import type { ImportResult } from '../snapshot/import.ts';
import type { SnapshotStore, Undo } from '../snapshot/storage/store.ts';

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

/** What replaced the snapshot. */
export type Change = 'loaded' | 'imported' | 'reset';

/** What the last thing asked for did. A name is the scenario's title or the file's name. */
export type Outcome =
  | { done: Change; name: string; sources: number; profiles: number; masked: number; leftOut: number }
  | { done: 'exported'; name: string; sources: number; profiles: number; unreadable: number }
  | { done: 'refused'; name: string; problems: Problem[] }
  | { done: 'undone' | 'unread'; name: string }
  | { done: 'overtaken' | 'tooLarge' | 'failed' | 'nothingToExport' };

/** A file's name and text. */
export interface TextFile {
  name: string;
  text: string;
}

export interface Data {
  outcome: ReadonlySignal<Outcome | null>;
  /** What the outcome is of: `import`, `export`, `reset` or a scenario's id; an undo counts as what it took back. */
  origin: ReadonlySignal<string | null>;
  /** Something is under way, and nothing else begins until it is done. */
  busy: ReadonlySignal<boolean>;
  /** The name of what `undo` would take back; null where there is nothing. */
  undoable: ReadonlySignal<string | null>;
  /** None until they were read. */
  scenarios: ReadonlySignal<readonly Scenario[]>;
  readScenarios(): Promise<void>;
  loadScenario(scenario: Scenario): Promise<void>;
  /** @param name of the file, or of where the text comes from */
  importText(name: string, readFile: () => Promise<string>): Promise<void>;
  /** What is stored as a file; null where there is nothing that can be read. */
  exportFile(): Promise<TextFile | null>;
  reset(): Promise<void>;
  /** Takes the last change back, and the next time the one before it. */
  undo(): Promise<void>;
}

export interface DataDeps {
  store: SnapshotStore;
  scenarios: () => Promise<readonly Scenario[]>;
  /** What a fresh panel shows. */
  first: Scenario;
  now: () => number;
  /** Lets others work: the screen, above all. */
  pause: () => Promise<void>;
  /** After each change and each refusal. */
  onOutcome: (outcome: Outcome) => void;
}

/** Each keeps a whole snapshot in memory, of some megabytes at most. */
const MOST_UNDOS = 5;

interface Step {
  name: string;
  from: string;
  undo: Undo;
}

export function createData({
  store,
  scenarios: readScenarios,
  first,
  now,
  pause,
  onOutcome,
}: DataDeps): Data {
  const outcome = signal<Outcome | null>(null);
  const origin = signal<string | null>(null);
  const busy = signal(false);
  const steps = signal<readonly Step[]>([]);
  const scenarios = signal<readonly Scenario[]>([]);

  /** One thing at a time; whatever it throws leaves the old snapshot whole. */
  async function perform(from: string, task: () => Promise<Outcome>): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    origin.value = from;
    try {
      outcome.value = await task();
    } catch (error) {
      outcome.value = { done: isQuotaError(error) ? 'tooLarge' : 'failed' };
    } finally {
      busy.value = false;
    }
    onOutcome(outcome.value);
  }

  async function read(text: string): Promise<ImportResult> {
    const { importInSteps } = await import('../snapshot/import.ts');
    const steps = importInSteps(text);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await pause();
    }
  }

  async function take(done: Change, from: string, file: TextFile, moveTo?: Date): Promise<Outcome> {
    const { name, text } = file;
    const result = await read(text);
    if (!result.ok) return { done: 'refused', name, problems: result.problems };
    const { masked, leftOut } = result;
    const { moveSnapshot } = await import('../snapshot/move.ts');
    const snapshot = moveTo ? moveSnapshot(result.snapshot, moveTo) : result.snapshot;
    const undo = await store.save(snapshot);
    steps.value = [...steps.value, { name, from, undo }].slice(-MOST_UNDOS);
    return { done, name, ...sizeOf(snapshot), masked, leftOut };
  }

  /** As if taken just now. */
  async function takeScenario(done: Change, from: string, { title, load }: Scenario): Promise<Outcome> {
    return take(done, from, { name: title, text: JSON.stringify(await load()) }, new Date(now()));
  }

  return {
    outcome,
    origin,
    busy,
    undoable: computed(() => steps.value.at(-1)?.name ?? null),
    scenarios,
    async readScenarios() {
      scenarios.value = await readScenarios();
    },
    loadScenario: (scenario) => perform(scenario.id, () => takeScenario('loaded', scenario.id, scenario)),
    importText: (fileName, readFile) =>
      perform('import', async () => {
        const name = await shown(fileName);
        const text = await readFile().catch(() => null);
        return text === null ? { done: 'unread', name } : take('imported', 'import', { name, text });
      }),
    async exportFile() {
      let file: TextFile | null = null;
      await perform('export', async () => {
        const stored = await store.readAll();
        if (stored === null) return { done: 'nothingToExport' };
        const { exportFileName, exportSnapshot } = await import('../snapshot/export.ts');
        const { snapshot, unreadable } = stored;
        const name = exportFileName(snapshot);
        file = { name, text: exportSnapshot(snapshot) };
        return { done: 'exported', name, ...sizeOf(snapshot), unreadable };
      });
      return file;
    },
    reset: () => perform('reset', () => takeScenario('reset', 'reset', first)),
    async undo() {
      const last = steps.value.at(-1);
      if (last === undefined) return;
      await perform(last.from, async () => {
        const undone = await last.undo();
        // What another window stored since is not to be lost, so none of the steps before can be taken back either.
        steps.value = undone ? steps.value.slice(0, -1) : [];
        return undone ? { done: 'undone', name: last.name } : { done: 'overtaken' };
      });
    },
  };
}

function sizeOf({ sources, profiles }: Snapshot): { sources: number; profiles: number } {
  return { sources: sources.length, profiles: profiles.length };
}

/** A file's name may hold what no snapshot may. */
async function shown(fileName: string): Promise<string> {
  const { looksLikeSecret } = await import('../snapshot/import/secrets.ts');
  return looksLikeSecret(fileName) ? '…' : maskDigits(fileName);
}

/** Browsers name it in different ways, and none gives it a code. */
function isQuotaError(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);
}
