/** What a run's error code means, which each platform says in its own way, and what helps. */
import { findRow } from './errors/find-row.ts';
import type { ActionId } from './vocabulary.ts';

export type ErrorKind =
  | 'authorization'
  | 'permission'
  | 'account'
  | 'app'
  | 'rate_limit'
  | 'transient'
  | 'version'
  | 'request'
  | 'partial'
  | 'unknown';

/** A kind in plain words, to stand beside the code. */
export const ERROR_KIND_WORDS: Record<ErrorKind, string> = {
  authorization: 'the platform no longer accepts the sign-in',
  permission: 'the signed-in user, or the granted scope, may not read this',
  account: 'the account at the platform is suspended, unpaid, closed, not enabled or not there',
  app: 'the connector’s own app or developer token is refused: its maker must act',
  rate_limit: 'too many requests, or a quota used up',
  transient: 'a temporary error at the platform or on the way to it',
  version: 'the platform no longer serves this API version',
  request: 'the platform did not accept the request',
  partial: 'the platform answered only in part',
  unknown: 'a code this version does not know',
};

/** The action that helps against a kind of error; null where none of the nine does. */
export function remedyForErrorKind(kind: ErrorKind): ActionId | null {
  switch (kind) {
    case 'authorization':
    case 'permission':
      return 'reconnect';
    case 'account':
    case 'app':
    case 'version':
    case 'rate_limit':
      return null;
    case 'transient':
    case 'partial':
      return 'retry_failed_sync';
    case 'request':
    case 'unknown':
      return 'open_sync_history';
  }
}

/** The kind of a platform's error code, however it is written; `unknown` for what no table knows. */
export function errorKind(platform: string, code: string | null): ErrorKind {
  return findRow(platform, code)?.[1] ?? 'unknown';
}

/** What this very code means on the platform, lower case and without a full stop; null for what no table knows. */
export function errorMeaning(platform: string, code: string | null): string | null {
  return findRow(platform, code)?.[2] ?? null;
}
