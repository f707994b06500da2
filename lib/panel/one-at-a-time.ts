/** Changes of what is stored, one at a time, and what is known of what is stored after each, even one that failed. */
import { batch, createModel, type ReadonlySignal, signal } from '@preact/signals';
import type { SnapshotStore } from '../snapshot/storage/store.ts';
import { type StartTimer, TimeoutError, withTimeout } from '../with-timeout.ts';
import type { Outcome } from './outcome.ts';

export interface OneAtATime {
  outcome: ReadonlySignal<Outcome | null>;
  /** What the outcome is of: `import`, `export`, `reset` or a scenario's id; an undo counts as what it took back. */
  origin: ReadonlySignal<string | null>;
  /** Something is under way, and nothing else begins until it is done. */
  busy: ReadonlySignal<boolean>;
  /** While it was under way the user asked for something else, which was not begun. */
  hasToWait: ReadonlySignal<boolean>;
  /** Never rejects. @returns null where something else is under way */
  perform(origin: string, task: () => Promise<Outcome>): Promise<Outcome | null>;
}

export interface OneAtATimeDeps {
  store: Pick<SnapshotStore, 'readList'>;
  startTimer: StartTimer;
  /** Runs a change that is announced by its outcome alone. */
  quietly: <T>(change: () => Promise<T>) => Promise<T>;
  /** After each change and each refusal. */
  onOutcome: (outcome: Outcome) => void;
  /** Something else is still under way. */
  onWait: () => void;
}

export const OneAtATimeModel = createModel<OneAtATime, [OneAtATimeDeps]>(
  ({ store, startTimer, quietly, onOutcome, onWait }) => {
    const outcome = signal<Outcome | null>(null);
    const origin = signal<string | null>(null);
    const busy = signal(false);
    const hasToWait = signal(false);

    async function attempt(task: () => Promise<Outcome>): Promise<Outcome> {
      const before = await whatIsStored();
      try {
        return await task();
      } catch (error) {
        if (error instanceof TimeoutError) return { done: 'unanswered' };
        const after = await whatIsStored();
        if (before === null || after === null) return { done: 'uncertain' };
        if (before !== after) return { done: 'changed' };
        return { done: isQuotaError(error) ? 'tooLarge' : 'failed' };
      }
    }

    /** The snapshot's id, or why there is none; null where the browser does not say. */
    async function whatIsStored(): Promise<string | null> {
      try {
        const list = await withTimeout(store.readList(), startTimer);
        return list.state === 'ready' ? `id ${list.snapshotId}` : list.state;
      } catch {
        return null;
      }
    }

    return {
      outcome,
      origin,
      busy,
      hasToWait,
      async perform(from, task) {
        if (busy.value) {
          hasToWait.value = true;
          onWait();
          return null;
        }
        busy.value = true;
        origin.value = from;
        return quietly(async () => {
          const ended = await attempt(task);
          batch(() => {
            outcome.value = ended;
            busy.value = false;
            hasToWait.value = false;
          });
          onOutcome(ended);
          return ended;
        });
      },
    };
  },
);

/** Browsers name it in different ways, and none gives it a code. */
function isQuotaError(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);
}
