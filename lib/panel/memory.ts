/** What the panel remembers about where the user was, until the browser closes. */
import type * as z from 'zod/mini';
import {
  isBoolean,
  isNumber,
  isText,
  listOf,
  oneOf,
  orMissing,
  orNull,
  recordOf,
  shape,
} from '../schema/guards.ts';
import { BUCKETS } from '../status/bucket.ts';
import { type Arrangement, GROUPINGS, SORTINGS } from './arrange.ts';
import type { Filters } from './list.ts';
import type { memorySchema, scrollSchema } from './memory-schema.ts';

/** How far the list was scrolled. */
export type ListScroll = z.infer<typeof scrollSchema>;

export const TOP: ListScroll = { source: null, top: 0 };

export type Remembered = z.infer<typeof memorySchema>;

export const isRemembered = shape<Remembered>({
  hash: isText,
  filters: shape<Filters>({
    buckets: listOf(oneOf(BUCKETS)),
    profile: orNull(isText),
    platform: orNull(isText),
    search: isText,
  }),
  arrangement: orMissing(shape<Arrangement>({ groupBy: oneOf(GROUPINGS), sortBy: oneOf(SORTINGS) })),
  folds: orMissing(recordOf(isBoolean)),
  listScroll: shape<ListScroll>({ source: orNull(isText), top: isNumber }),
  lastSource: orNull(isText),
  unfolded: listOf(isText),
});

export interface Memory {
  /** Null if nothing is stored, or nothing readable. */
  recall(): Promise<Remembered | null>;
  keep(remembered: Remembered): void;
}

/** The part of the browser's session storage that the memory needs. */
export interface SessionArea {
  /** Returns all of it: a little for each window. */
  get(): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** Never rejects: an optional feature must not block the panel. @param owner one memory per window */
export function createMemory(area: SessionArea, owner: Promise<string>): Memory {
  return {
    async recall() {
      try {
        // In parallel, because the panel waits for both.
        const [key, items] = await Promise.all([owner, area.get()]);
        const kept = items[key];
        return isRemembered(kept) ? kept : null;
      } catch {
        return null;
      }
    },
    keep(remembered) {
      owner
        .then((key) => area.set({ [key]: remembered }))
        .catch(() => {
          // The panel then opens on the list.
        });
    },
  };
}
