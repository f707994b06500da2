import type { Snapshot, Source } from '../schema/snapshot.ts';

/**
 * The same snapshot as if it had been taken at another time: every instant moves by the same amount, so that all
 * intervals, and therefore all verdicts, stay the same. For scenarios only: the instants of an imported file don't move.
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
  const { token, schedule, technical, streams } = source;
  return {
    ...source,
    token: token && moveKeys(token, ['expires_at', 'refresh_ends_at'], move),
    schedule: schedule && moveKeys(schedule, ['next_due_at'], move),
    rate_limited_until: source.rate_limited_until && move(source.rate_limited_until),
    technical: moveKeys(technical, ['api_version_sunset_at', 'last_successful_sync'], move),
    sync_history: source.sync_history.map((run) => moveKeys(run, ['started_at', 'finished_at'], move)),
    ...(streams && { streams: streams.map((stream) => moveKeys(stream, ['last_successful_sync'], move)) }),
  };
}

/** The object with its instants moved. Missing and null instants stay so. */
function moveKeys<T extends object>(of: T, keys: readonly (keyof T)[], move: Move): T {
  const moved = keys.flatMap((key) => {
    const instant = of[key];
    return typeof instant === 'string' ? [[key, move(instant)]] : [];
  });
  return { ...of, ...Object.fromEntries(moved) };
}

/** Milliseconds from one instant to another, ignoring the other's milliseconds. */
export function stepTo(takenAt: Date, generatedAt: string): number {
  return Math.floor(takenAt.getTime() / 1000) * 1000 - Date.parse(generatedAt);
}

/** @param step milliseconds. @returns the instant in UTC, with milliseconds only if it has any */
export function moveInstant(instant: string, step: number): string {
  return new Date(Date.parse(instant) + step).toISOString().replace('.000Z', 'Z');
}
