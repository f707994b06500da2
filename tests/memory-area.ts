import type { Memory, Remembered } from '../lib/panel/memory.ts';
import type { Alone, StorageArea } from '../lib/snapshot/storage/layout.ts';

/**
 * Extension storage in memory. `refuse` makes the next `set` fail whole, as a full quota does. Like a browser it tells
 * its listeners of a change while whoever wrote it still waits for the answer.
 */
export class MemoryArea implements StorageArea {
  readonly items = new Map<string, unknown>();
  refuse = false;
  /** How often each of the calls was made. */
  readonly calls = { get: 0, set: 0, remove: 0 };
  readonly #listeners = new Set<() => void>();

  onChanged(listener: () => void): void {
    this.#listeners.add(listener);
  }

  async #changed(): Promise<void> {
    if (this.#listeners.size === 0) return;
    for (const listener of this.#listeners) listener();
    // Whatever the listeners began gets further than who wrote.
    await new Promise((resolve) => setTimeout(resolve));
  }

  async get(keys: string[] | null): Promise<Record<string, unknown>> {
    this.calls.get += 1;
    const found = (keys ?? [...this.items.keys()]).filter((key) => this.items.has(key));
    return Object.fromEntries(found.map((key) => [key, this.items.get(key)]));
  }

  async set(items: Record<string, unknown>): Promise<void> {
    this.calls.set += 1;
    if (this.refuse) throw new Error('QUOTA_BYTES quota exceeded');
    for (const [key, value] of Object.entries(items)) this.items.set(key, value);
    await this.#changed();
  }

  async remove(keys: string[]): Promise<void> {
    this.calls.remove += 1;
    for (const key of keys) this.items.delete(key);
    await this.#changed();
  }

  /** All that is stored, to compare. */
  contents(): Record<string, unknown> {
    return Object.fromEntries(this.items);
  }
}

/** A lock for one page: each task waits for the one before it. */
export function queue(): Alone {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task, task);
    last = next.catch(() => {});
    return next;
  };
}

/** A memory of one window, as long as the test holds on to it. */
export function aMemory(): Memory {
  let kept: Remembered | null = null;
  return {
    recall: async () => kept,
    keep(remembered) {
      kept = remembered;
    },
  };
}
