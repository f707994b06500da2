import { expect, test } from 'vitest';
import { describeRule } from './rule-cases.ts';
import { ago, ahead, DAY, findingOf, HOUR, MINUTE } from './verdicts.ts';

const manual = (expires_at: string | null) => ({ token: { expires_at, refreshable: false } });
const renewed = (expires_at: string) => ({ token: { expires_at, refreshable: true } });
const renewable = (refresh_ends_at: string | null, expires_at: string | null = null, refreshable = true) => ({
  token: { expires_at, refreshable, refresh_ends_at },
});

describeRule('token_revoked', {
  effect: 'error',
  countsOn: 'every source',
  remedy: 'reconnect',
  holds: {
    'a revoked connection': [{ connection: 'revoked' }, 'The authorization was revoked.'],
  },
  holdsNot: {
    'a connection that is connected': { connection: 'connected' },
    'a connection that is disconnected': { connection: 'disconnected' },
  },
});

describeRule('token_expired', {
  effect: 'error',
  countsOn: 'every source',
  remedy: 'reconnect',
  holds: {
    'an expired connection': [{ connection: 'expired' }, 'Sign-in expired.'],
    'an expired connection whose token is dated ahead': [
      { connection: 'expired', ...renewed(ahead(DAY)) },
      'Sign-in expired.',
    ],
    'an expired connection whose renewal failed': [
      { connection: 'expired', ...renewed(ago(9 * DAY)) },
      'Sign-in expired 9 days ago.',
    ],
    'an expiry at the very instant': [manual(ago(0)), 'Sign-in expired less than a minute ago.'],
    'an expiry a minute ago': [manual(ago(MINUTE)), 'Sign-in expired 1 min ago.'],
    'an end of renewing at the very instant': [
      renewable(ago(0)),
      'The time for renewing the sign-in ended less than a minute ago.',
    ],
    'an end of renewing in the past, the sign-in itself still good': [
      renewable(ago(3 * DAY), ahead(DAY)),
      'The time for renewing the sign-in ended 3 days ago.',
    ],
    'both in the past': [renewable(ago(3 * DAY), ago(2 * DAY), false), 'Sign-in expired 2 days ago.'],
  },
  holdsNot: {
    'an end of renewing a millisecond ahead': renewable(ahead(1)),
    'an end of renewing that is not reported': renewable(null),
    'a sign-in that is not reported': { token: null },
    'an expiry a millisecond ahead': manual(ahead(1)),
    'no expiry': manual(null),
    'a refreshable token past its expiry': renewed(ago(9 * DAY)),
  },
});

describeRule('permission_lost', {
  effect: 'error',
  countsOn: 'every source',
  remedy: 'reconnect',
  holds: {
    'a connection that lost its permission': [
      { connection: 'permission_lost' },
      'The permission to read this platform’s data was lost.',
    ],
  },
  holdsNot: { 'a revoked connection': { connection: 'revoked' } },
});

describeRule('disconnected', {
  effect: 'error',
  countsOn: 'all but off',
  remedy: 'reconnect',
  holds: {
    'a connection that is disconnected': [{ connection: 'disconnected' }, 'Disconnected from the platform.'],
  },
  holdsNot: { 'a pending connection': { connection: 'pending' } },
});

describeRule('authorization_pending', {
  effect: 'pending',
  countsOn: 'every source',
  remedy: 'reconnect',
  holds: {
    'a pending connection': [{ connection: 'pending' }, 'The authorization is not finished yet.'],
  },
  holdsNot: { 'a connection that is connected': { connection: 'connected' } },
});

describeRule('setup_incomplete', {
  effect: 'pending',
  countsOn: 'every source',
  remedy: 'reconnect',
  holds: {
    'a connection that needs its setup': [{ connection: 'needs_setup' }, 'The setup is not finished yet.'],
  },
  holdsNot: { 'a pending connection': { connection: 'pending' } },
});

describeRule('token_expiring', {
  effect: 'warning',
  countsOn: 'every source',
  remedy: 'reconnect',
  holds: {
    'exactly 7 days left': [manual(ahead(7 * DAY)), 'Sign-in expires in 7 days and cannot renew itself.'],
    'a millisecond left': [
      manual(ahead(1)),
      'Sign-in expires in less than a minute and cannot renew itself.',
    ],
    '30 hours left': [manual(ahead(30 * HOUR)), 'Sign-in expires in 30 h and cannot renew itself.'],
    'exactly 30 days of renewing left': [
      renewable(ahead(30 * DAY)),
      'Sign-in ends in 30 days and cannot be renewed after that.',
    ],
    'a millisecond of renewing left': [
      renewable(ahead(1), ago(DAY)),
      'Sign-in ends in less than a minute and cannot be renewed after that.',
    ],
    'both, by what comes first': [
      renewable(ahead(9 * DAY), ahead(5 * DAY), false),
      'Sign-in expires in 5 days and cannot renew itself.',
    ],
    'both, the end of renewing first': [
      renewable(ahead(4 * DAY), ahead(5 * DAY), false),
      'Sign-in ends in 4 days and cannot be renewed after that.',
    ],
    'both at the same time': [
      renewable(ahead(4 * DAY), ahead(4 * DAY), false),
      'Sign-in ends in 4 days and cannot be renewed after that.',
    ],
    'an end of renewing ahead of a sign-in that has run out': [
      renewable(ahead(4 * DAY), ago(DAY), false),
      'Sign-in ends in 4 days and cannot be renewed after that.',
    ],
    'a sign-in about to run out, its renewing over': [
      renewable(ago(DAY), ahead(DAY), false),
      'Sign-in expires in 24 h and cannot renew itself.',
    ],
  },
  holdsNot: {
    'a millisecond more than 30 days of renewing left': renewable(ahead(30 * DAY + 1)),
    'an end of renewing at the very instant, which is expired': renewable(ago(0)),
    'a millisecond more than 7 days left': manual(ahead(7 * DAY + 1)),
    'an expiry at the very instant, which is expired': manual(ago(0)),
    'a refreshable token': renewed(ahead(DAY)),
    'no expiry': manual(null),
  },
});

const limit = (left: string) => `Wait: the limit ends in ${left}.`;

describeRule('disabled_by_system', {
  effect: 'error',
  countsOn: 'every source',
  remedy: null,
  nextStep: 'Ask whoever runs your data platform why the source was stopped.',
  holds: {
    'a source that the system disabled': [
      { enabled: false, disabled_by: 'system' },
      'Stopped by the system, not by a user.',
    ],
    'a reason of the platform’s': [
      { enabled: false, disabled_by: 'system', disabled_reason: 'Too many failures.' },
      'Stopped by the system, not by a user: “Too many failures”.',
    ],
    'an empty reason': [
      { enabled: false, disabled_by: 'system', disabled_reason: '' },
      'Stopped by the system, not by a user.',
    ],
    'a word it does not know': [{ enabled: false, disabled_by: 'compliance' }, 'Stopped by “compliance”.'],
  },
  holdsNot: {
    'an enabled source with a word left over': { enabled: true, disabled_by: 'system' },
    'a source that a user disabled': { enabled: false, disabled_by: 'user' },
    'a source that nobody knows who disabled': { enabled: false, disabled_by: null },
  },
});

test('what to do about a stop by billing', () => {
  const changes = { enabled: false, disabled_by: 'billing' };
  expect(findingOf('disabled_by_system', changes)).toMatchObject({
    message: 'Stopped by billing, not by a user.',
    nextStep: 'Ask whoever pays for your data platform: the source stays stopped until billing is settled.',
  });
});

test('what to do about a limit in its last minute', () => {
  expect(findingOf('rate_limited', { rate_limited_until: ahead(1) })).toMatchObject({
    message: 'The platform limits requests; the limit ends in less than a minute.',
    nextStep: limit('less than a minute'),
  });
});

describeRule('rate_limited', {
  effect: 'warning',
  countsOn: 'all but off',
  remedy: null,
  nextStep: limit('40 min'),
  holds: {
    'a limit that ends in 40 minutes': [
      { rate_limited_until: ahead(40 * MINUTE) },
      'The platform limits requests; the limit ends in 40 min.',
    ],
  },
  holdsNot: {
    'a limit that ends at the very instant': { rate_limited_until: ago(0) },
    'no limit': { rate_limited_until: null },
  },
});
