import { HEALTHS, type Health, LIFECYCLES, type Lifecycle } from '../../status/vocabulary.ts';
import { fieldsOf, LAYOUT, type StorageArea, storedFields } from './layout.ts';

/** `unchecked` where a source has no row that can be read: the panel makes it anew when it opens. */
export type StoredVerdicts =
  | { state: 'empty' | 'newer' | 'damaged' | 'unchecked' }
  | { state: 'ready'; generatedAt: string; verdicts: { health: Health; lifecycle: Lifecycle }[] };

/**
 * The verdicts in the stored rows, for the toolbar. They are read by hand: zod would be more than a third of the
 * background, which the browser starts anew for every change of the storage. The panel reads strictly what it shows.
 */
export async function readVerdicts(area: StorageArea): Promise<StoredVerdicts> {
  const stored = await area.get(['snapshot', 'rows']);
  if (stored.snapshot === undefined) return { state: 'empty' };
  const { layout, id, count, header } = storedFields(stored.snapshot);
  if (typeof layout === 'number' && layout > LAYOUT) return { state: 'newer' };
  const { generated_at: generatedAt, authorized_profile_ids: authorized } = fieldsOf(header);
  const isHeader = layout === LAYOUT && typeof count === 'number';
  if (!isHeader || typeof generatedAt !== 'string' || !Array.isArray(authorized)) {
    return { state: 'damaged' };
  }
  const cache = storedFields(stored.rows);
  if (cache.id !== id || !Array.isArray(cache.rows) || cache.rows.length < count)
    return { state: 'unchecked' };
  const verdicts = [];
  // Null stands for a source that cannot be read.
  for (const kept of cache.rows.slice(0, count).filter((row) => row !== null)) {
    const { profile_id, ...row } = fieldsOf(kept);
    const health = HEALTHS.find((known) => known === row.health);
    const lifecycle = LIFECYCLES.find((known) => known === row.lifecycle);
    if (health === undefined || lifecycle === undefined) return { state: 'unchecked' };
    if (authorized.includes(profile_id)) verdicts.push({ health, lifecycle });
  }
  return { state: 'ready', generatedAt, verdicts };
}
