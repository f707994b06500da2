/** The facts about a source that the rules use, computed once. */
import type { Account, Source } from '../schema/snapshot.ts';
import { type ErrorKind, errorKind } from './error-kinds.ts';
import { millisecondsUntil } from './instants.ts';
import { type RunFacts, readRuns } from './runs.ts';
import type { Lifecycle } from './vocabulary.ts';

/** Durations are in milliseconds. An unknown one is NaN, for which every comparison is false. */
export interface Facts extends RunFacts {
  source: Source;
  /** Milliseconds since the epoch. */
  asOf: number;
  lifecycle: Lifecycle;
  /** Time since the last success. Negative if that is dated after the snapshot. */
  age: number;
  /** Time until the sign-in ends; also NaN if it renews itself, because its end is then irrelevant. */
  tokenLeft: number;
  /** Time until the sign-in can no longer be renewed. */
  renewalLeft: number;
  /** Time until the API version ends. */
  sunsetIn: number;
  /** Time until the platform no longer limits requests. */
  limitLeft: number;
  /** The kind of the last run's error; null if the run didn't fail. */
  errorKind: ErrorKind | null;
  /** The accounts that the source reads. */
  selected: Account[];
  /** The selected accounts whose reported status is not `ok`. */
  unreadable: Account[];
}

/** @param asOf the snapshot's own instant, never the wall clock */
export function gatherFacts(source: Source, asOf: Date): Facts {
  const { token, technical, rate_limited_until, accounts } = source;
  const runFacts = readRuns(source);
  const selected = accounts?.filter((account) => account.selected) ?? [];
  const now = asOf.getTime();
  return {
    ...runFacts,
    source,
    asOf: now,
    lifecycle: lifecycleOf(source),
    age: -millisecondsUntil(runFacts.lastSuccess, now),
    tokenLeft: token?.refreshable === false ? millisecondsUntil(token.expires_at, now) : Number.NaN,
    renewalLeft: millisecondsUntil(token?.refresh_ends_at, now),
    sunsetIn: millisecondsUntil(technical.api_version_sunset_at, now),
    limitLeft: millisecondsUntil(rate_limited_until, now),
    errorKind: kindOfFailure(source, runFacts),
    selected,
    unreadable: selected.filter(({ status }) => status !== undefined && status !== 'ok'),
  };
}

/** The kind of the last run's error; null if the run didn't fail. */
export function kindOfFailure({ platform }: Source, { lastRun }: RunFacts): ErrorKind | null {
  if (lastRun?.status !== 'failed') return null;
  const code = lastRun.error?.code ?? null;
  return code === null ? 'unknown' : errorKind(platform, code);
}

function lifecycleOf({ enabled, disabled_by }: Source): Lifecycle {
  if (enabled) return 'enabled';
  return disabled_by === null || disabled_by === 'user' ? 'off' : 'stopped';
}
