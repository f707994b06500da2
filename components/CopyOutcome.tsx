import type { Handover } from '../lib/panel/handover.ts';
import { lazy } from './lazy.tsx';

const result = lazy(async () => (await import('./CopyResult.tsx')).CopyResult);

/** The outcome of the last copy; empty after a while. */
export function CopyOutcome({ handover }: { handover: Handover }) {
  const outcome = handover.outcome.value;
  return outcome && <result.Show outcome={outcome} />;
}
