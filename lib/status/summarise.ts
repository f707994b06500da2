import { type Assessment, HEALTHS, type Health } from './vocabulary.ts';

export interface Summary {
  total: number;
  /** Sources per health, without those that are off. */
  byHealth: Record<Health, number>;
  /** Disabled on purpose: counted only here. */
  off: number;
  needsAction: number;
  /** Pending and not off. */
  toSetUp: number;
  /** The worst health of sources that are not off; healthy if there are none. */
  worst: Health;
}

/** The part of an assessment that a summary needs, so that a stored row is enough. */
export type Summarised = Pick<Assessment, 'health' | 'lifecycle'>;

/** Error or unknown, and not switched off on purpose. */
export function needsAction({ health, lifecycle }: Summarised): boolean {
  return lifecycle !== 'off' && (health === 'error' || health === 'unknown');
}

/** Counts over many sources. The list, the badge and the report all use this. */
export function summarise(assessments: readonly Summarised[]): Summary {
  const on = assessments.filter(({ lifecycle }) => lifecycle !== 'off');
  const byHealth: Record<Health, number> = { error: 0, unknown: 0, warning: 0, pending: 0, healthy: 0 };
  for (const { health } of on) byHealth[health] += 1;
  return {
    total: assessments.length,
    byHealth,
    off: assessments.length - on.length,
    needsAction: on.filter(needsAction).length,
    toSetUp: byHealth.pending,
    worst: HEALTHS.find((health) => byHealth[health] > 0) ?? 'healthy',
  };
}
