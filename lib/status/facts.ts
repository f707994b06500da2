/** What the rules ask of a source, worked out once. */
import type { Account, Source } from '../schema/snapshot.ts';
import { type ErrorKind, errorKind } from './error-kinds.ts';
import { millisecondsUntil } from './instants.ts';
import { type RunFacts, readRuns } from './runs.ts';
import type { Lifecycle } from './vocabulary.ts';

/** Lengths of time are in milliseconds; NaN, which compares to nothing, where they are not known. */
export interface Facts extends RunFacts {
  source: Source;
  /** Milliseconds since the epoch. */
  asOf: number;
  lifecycle: Lifecycle;
  /** Since the last success. Negative if dated ahead. */
  age: number;
  /** Until the sign-in ends; NaN also where it renews itself, so that its end says nothing. */
  tokenLeft: number;
  /** Until the sign-in can no longer be renewed. */
  renewalLeft: number;
  /** Until the API version ends. */
  sunsetIn: number;
  /** Until the platform no longer limits requests. */
  limitLeft: number;
  /** Of the last run; null where it did not fail. */
  errorKind: ErrorKind | null;
  /** The accounts that are read. */
  selected: Account[];
  /** Those of them that the platform reports as anything but `ok`. */
  unreadable: Account[];
}

/** Pure; @param asOf the snapshot's own instant, never the wall clock */
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

/** The kind of the last run's error; null where it did not fail. */
export function kindOfFailure({ platform }: Source, { lastRun }: RunFacts): ErrorKind | null {
  if (lastRun?.status !== 'failed') return null;
  const code = lastRun.error?.code ?? null;
  return code === null ? 'unknown' : errorKind(platform, code);
}

function lifecycleOf({ enabled, disabled_by }: Source): Lifecycle {
  if (enabled) return 'enabled';
  return disabled_by === null || disabled_by === 'user' ? 'off' : 'stopped';
}
