import type { Snapshot } from '../schema/snapshot.ts';
import { fitsImport } from './import.ts';

/** A snapshot as the text of a file that imports again to the same: to be read by people, unless that is too large. */
export function exportSnapshot(snapshot: Snapshot): string {
  const spacious = `${JSON.stringify(snapshot, null, 2)}\n`;
  return fitsImport(spacious) ? spacious : JSON.stringify(snapshot);
}

/** `source-status-2026-11-20-0800.json`, in universal time. */
export function exportFileName(snapshot: Snapshot): string {
  const [day, time] = new Date(snapshot.generated_at).toISOString().split('T');
  return `source-status-${day}-${time?.slice(0, 5).replace(':', '')}.json`;
}
