import type { Handover } from '../lib/panel/handover.ts';
import { lazy } from './lazy.tsx';

const result = lazy(async () => (await import('./CopyResult.tsx')).CopyResult);

/** What became of the last copying; nothing once that is a while ago. */
export function CopyOutcome({ handover }: { handover: Handover }) {
  const outcome = handover.outcome.value;
  return outcome && <result.Show outcome={outcome} />;
}
