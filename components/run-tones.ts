import type { Tone } from './ToneBadge.tsx';

const TONES: ReadonlyMap<string, Tone> = new Map([
  ['completed', 'healthy'],
  ['partial', 'warning'],
  ['failed', 'error'],
  ['cancelled', 'off'],
  ['running', 'pending'],
  ['queued', 'pending'],
]);

/** How a run's status looks, also one that this version does not know. */
export function toneOfRun(status: string): Tone {
  return TONES.get(status) ?? 'unknown';
}
