/** What a run's error code means (each platform has its own codes), and what helps. */
import { findError } from './errors/find-error.ts';
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

/** A kind in plain words, shown beside the code. */
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

/** The action that helps against a kind of error; null if none of the nine does. */
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

/** The kind of a platform's error code in any spelling; `unknown` if no table has it. */
export function errorKind(platform: string, code: string | null): ErrorKind {
  return findError(platform, code)?.[0] ?? 'unknown';
}

/** What this exact code means on the platform, in lower case without a full stop; null if no table has it. */
export function errorMeaning(platform: string, code: string | null): string | null {
  return findError(platform, code)?.[1] ?? null;
}
