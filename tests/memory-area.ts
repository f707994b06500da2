import { setImmediate } from 'node:timers/promises';
import type { Memory, Remembered } from '../lib/panel/memory.ts';
import type { Items, StorageArea, WithLock } from '../lib/snapshot/storage/layout.ts';

/**
 * Extension storage in memory. As in a browser, a change event follows each write before the write's promise resolves,
 * so that listeners run while a save is still under way.
 */
export class MemoryArea implements StorageArea {
  readonly items = new Map<string, unknown>();
  /** Makes every `set` fail, like a full quota. */
  refuse = false;
  /** How many calls of each kind were made. */
  readonly calls = { get: 0, set: 0, remove: 0 };
  readonly #listeners = new Set<(keys: string[]) => void>();

  async get(keys: string[] | null): Promise<Items> {
    this.calls.get += 1;
    const found = (keys ?? [...this.items.keys()]).filter((key) => this.items.has(key));
    return Object.fromEntries(found.map((key) => [key, this.items.get(key)]));
  }

  async set(items: Items): Promise<void> {
    this.calls.set += 1;
    if (this.refuse) throw new Error('QUOTA_BYTES quota exceeded');
    const changed = Object.keys(items).filter((key) => this.items.get(key) !== items[key]);
    for (const key of changed) this.items.set(key, items[key]);
    await this.#emit(changed);
  }

  async remove(keys: string[]): Promise<void> {
    this.calls.remove += 1;
    await this.#emit(keys.filter((key) => this.items.delete(key)));
  }

  /** @param listener gets the changed keys */
  onChanged(listener: (keys: string[]) => void): void {
    this.#listeners.add(listener);
  }

  async #emit(keys: string[]): Promise<void> {
    if (keys.length === 0) return;
    for (const listener of this.#listeners) listener(keys);
    // Lets everything that the listeners began run before the writer goes on.
    await setImmediate();
  }

  /** Everything that is stored, for comparison. */
  contents(): Items {
    return Object.fromEntries(this.items);
  }
}

/** A lock for one page: each task waits for the one before it. */
export function queue(): WithLock {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task, task);
    last = next.catch(() => {});
    return next;
  };
}

/** The memory of one window, for as long as the test keeps it. */
export function aMemory(): Memory {
  let kept: Remembered | null = null;
  return {
    recall: async () => kept,
    keep(remembered) {
      kept = remembered;
    },
  };
}
