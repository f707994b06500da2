/** Runs changes of the storage one at a time, and finds out what is stored after each, even after a failed one. */
import { batch, createModel, type ReadonlySignal, signal } from '@preact/signals';
import type { SnapshotStore } from '../snapshot/storage/store.ts';
import { type StartTimer, TimeoutError, withTimeout } from '../with-timeout.ts';
import type { Outcome } from './outcome.ts';

export interface OneAtATime {
  outcome: ReadonlySignal<Outcome | null>;
  /** What the outcome is of: `import`, `export`, `reset` or a scenario's id. An undo has the origin of what it reverts. */
  origin: ReadonlySignal<string | null>;
  /** An operation is running, and no other starts until it is done. */
  busy: ReadonlySignal<boolean>;
  /** The user asked for another operation meanwhile, which was not started. */
  hasToWait: ReadonlySignal<boolean>;
  /** Never rejects. @returns null if another operation is running */
  perform(origin: string, task: () => Promise<Outcome>): Promise<Outcome | null>;
}

export interface OneAtATimeDeps {
  store: Pick<SnapshotStore, 'readList'>;
  startTimer: StartTimer;
  /** Runs a change that is announced only by its outcome. */
  quietly: <T>(change: () => Promise<T>) => Promise<T>;
  /** Called after each change and each refusal. */
  onOutcome: (outcome: Outcome) => void;
  /** Called if another operation is still running. */
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

    /** The snapshot's id, or why there is none; null if the browser doesn't say. */
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

/** Browsers name this error differently, and none gives it a code. */
function isQuotaError(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);
}
