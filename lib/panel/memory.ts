/** What the panel remembers of where its user was, until the browser is closed. */
import * as z from 'zod/mini';
import { GROUPINGS, SORTINGS } from './arrange.ts';
import { BUCKETS } from './list.ts';

const scrollSchema = z.object({
  /** The first row in sight; null at the list's top. */
  source: z.nullable(z.string()),
  /** How far below the window's upper edge that row begins, in pixels. */
  top: z.number(),
});

/** How far the list was scrolled. */
export type ListScroll = z.infer<typeof scrollSchema>;

export const TOP: ListScroll = { source: null, top: 0 };

const memorySchema = z.object({
  /** The address of the place. */
  hash: z.string(),
  filters: z.object({
    buckets: z.array(z.enum(BUCKETS)),
    profile: z.nullable(z.string()),
    platform: z.nullable(z.string()),
    search: z.string(),
  }),
  /** Of an earlier version's memory these two are missing. */
  arrangement: z.optional(z.object({ groupBy: z.enum(GROUPINGS), sortBy: z.enum(SORTINGS) })),
  /** By a group's id: whether the user has opened or closed it. */
  folds: z.optional(z.record(z.string(), z.boolean())),
  listScroll: scrollSchema,
  /** The source that was opened last. */
  lastSource: z.nullable(z.string()),
  /** The id of each disclosure that is open. */
  unfolded: z.array(z.string()),
});

export type Remembered = z.infer<typeof memorySchema>;

export interface Memory {
  /** Null where there is nothing to remember, or nothing that can be read. */
  recall(): Promise<Remembered | null>;
  keep(remembered: Remembered): void;
}

/** The part of the browser's session storage that the memory needs. */
export interface SessionArea {
  /** All of it: a little for each window. */
  get(): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** Never rejects: what is nice to have does not stop the panel. @param owner one memory per window */
export function createMemory(area: SessionArea, owner: Promise<string>): Memory {
  return {
    async recall() {
      try {
        // Both are asked at once: the panel waits for the answers.
        const [key, items] = await Promise.all([owner, area.get()]);
        return memorySchema.safeParse(items[key]).data ?? null;
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
