import { HEALTHS, type Health, LIFECYCLES, type Lifecycle } from '../../status/vocabulary.ts';
import { fieldsOf, hasSnapshot, LAYOUT, LIST_KEYS, type StorageArea, storedFields } from './layout.ts';

export interface Verdict {
  health: Health;
  lifecycle: Lifecycle;
}

/** `unchecked`: the rows are missing, damaged or made by another version. The panel recomputes them when it opens. */
export type StoredVerdicts =
  | { state: 'empty' | 'newer' | 'damaged' | 'unchecked' }
  | {
      state: 'ready';
      /** When the snapshot was taken: ISO 8601. */
      generatedAt: string;
      verdicts: Verdict[];
      /** How many sources cannot be read. */
      unreadable: number;
    };

/**
 * The verdicts in the stored rows, for the toolbar button. Checked without zod, because the browser starts the
 * background again for every change of the storage, and zod would be a third of what it loads.
 * @param rowsVersion rows of another version are not used
 */
export async function readVerdicts(area: StorageArea, rowsVersion: string): Promise<StoredVerdicts> {
  const stored = await area.get([...LIST_KEYS]);
  if (!hasSnapshot(stored)) return { state: 'empty' };
  const { layout, id, count, header } = storedFields(stored.snapshot);
  if (typeof layout === 'number' && layout > LAYOUT) return { state: 'newer' };
  const { generated_at: generatedAt, authorized_profile_ids: authorized } = fieldsOf(header);
  const isHeader = layout === LAYOUT && typeof count === 'number' && Array.isArray(authorized);
  if (!isHeader || !isInstant(generatedAt)) return { state: 'damaged' };

  const { rows, ...cache } = storedFields(stored.rows);
  const isBelieved = cache.id === id && cache.version === rowsVersion;
  if (!isBelieved || !Array.isArray(rows) || rows.length !== count) return { state: 'unchecked' };
  const scope = new Set(authorized);
  const verdicts: Verdict[] = [];
  let unreadable = 0;
  for (const row of rows) {
    if (row === false) continue;
    if (row === null) {
      unreadable += 1;
      continue;
    }
    const verdict = verdictOf(fieldsOf(row));
    if (verdict === null) return { state: 'unchecked' };
    if (scope.has(row.profile_id)) verdicts.push(verdict);
  }
  return { state: 'ready', generatedAt, verdicts, unreadable };
}

function verdictOf(row: Record<string, unknown>): Verdict | null {
  const health = HEALTHS.find((known) => known === row.health);
  const lifecycle = LIFECYCLES.find((known) => known === row.lifecycle);
  return health === undefined || lifecycle === undefined ? null : { health, lifecycle };
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}
