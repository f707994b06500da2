import type { Snapshot } from '../schema/snapshot.ts';
import { fitsImport } from './import.ts';

/** The text of a file that imports back to the same snapshot; indented for people unless that makes it too large. */
export function exportSnapshot(snapshot: Snapshot): string {
  const spacious = `${JSON.stringify(snapshot, null, 2)}\n`;
  return fitsImport(spacious) ? spacious : JSON.stringify(snapshot);
}

/** `source-status-2026-11-20-0800.json`, in UTC. */
export function exportFileName(snapshot: Snapshot): string {
  const [day, time] = new Date(snapshot.generated_at).toISOString().split('T');
  return `source-status-${day}-${time?.slice(0, 5).replace(':', '')}.json`;
}
