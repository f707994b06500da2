import type { Snapshot, Source, SyncRun } from '../schema/snapshot.ts';

/**
 * The same snapshot as if it had been taken at another time: every instant moves by one step, so that all intervals
 * between them, and with them all verdicts, stay the same. For scenarios only: an imported file moves nothing.
 * @param takenAt becomes `generated_at`, without its milliseconds. No instant may leave the years 0000 to 9999.
 */
export function moveSnapshot(snapshot: Snapshot, takenAt: Date): Snapshot {
  const step = stepTo(takenAt, snapshot.generated_at);
  const move: Move = (instant) => moveInstant(instant, step);
  return {
    ...snapshot,
    generated_at: move(snapshot.generated_at),
    sources: snapshot.sources.map((source) => moveSource(source, move)),
  };
}

type Move = (instant: string) => string;

function moveSource(source: Source, move: Move): Source {
  const { token, technical } = source;
  return {
    ...source,
    token: token && { ...token, expires_at: moveIfKnown(token.expires_at, move) },
    rate_limited_until: moveIfKnown(source.rate_limited_until, move),
    technical: {
      ...technical,
      api_version_sunset_at: moveIfKnown(technical.api_version_sunset_at, move),
      last_successful_sync: moveIfKnown(technical.last_successful_sync, move),
    },
    sync_history: source.sync_history.map((run) => moveRun(run, move)),
  };
}

function moveRun(run: SyncRun, move: Move): SyncRun {
  return {
    ...run,
    started_at: moveIfKnown(run.started_at, move),
    finished_at: moveIfKnown(run.finished_at, move),
  };
}

function moveIfKnown(instant: string | null, move: Move): string | null {
  return instant === null ? null : move(instant);
}

/** Milliseconds from an instant to another, without the other's milliseconds. */
export function stepTo(takenAt: Date, generatedAt: string): number {
  return Math.floor(takenAt.getTime() / 1000) * 1000 - Date.parse(generatedAt);
}

/** @param step milliseconds. @returns it with `Z` as the offset, and with milliseconds only where there are some */
export function moveInstant(instant: string, step: number): string {
  return new Date(Date.parse(instant) + step).toISOString().replace('.000Z', 'Z');
}
