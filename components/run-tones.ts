import type { Tone } from './ToneBadge.tsx';

const TONES: ReadonlyMap<string, Tone> = new Map([
  ['completed', 'healthy'],
  ['partial', 'warning'],
  ['failed', 'error'],
  ['cancelled', 'off'],
  ['running', 'pending'],
  ['queued', 'pending'],
]);

/** The tone of a run's status, including statuses that this version doesn't know. */
export function toneOfRun(status: string): Tone {
  return TONES.get(status) ?? 'unknown';
}
