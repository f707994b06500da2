import { anAccount } from '../../../fixtures/builders.ts';
import { describeRule } from './rule-cases.ts';
import { ago, ahead, DAY, HOUR, MINUTE } from './verdicts.ts';

const manual = (expires_at: string | null) => ({ token: { expires_at, refreshable: false } });
const renewed = (expires_at: string) => ({ token: { expires_at, refreshable: true } });

describeRule('token_revoked', {
  effect: 'error',
  onDisabled: 'counts',
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
  onDisabled: 'counts',
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
  },
  holdsNot: {
    'an expiry a millisecond ahead': manual(ahead(1)),
    'no expiry': manual(null),
    'a refreshable token past its expiry': renewed(ago(9 * DAY)),
  },
});

describeRule('permission_lost', {
  effect: 'error',
  onDisabled: 'counts',
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
  onDisabled: 'suppressed',
  remedy: 'reconnect',
  holds: {
    'a connection that is disconnected': [{ connection: 'disconnected' }, 'Disconnected from the platform.'],
  },
  holdsNot: { 'a pending connection': { connection: 'pending' } },
});

describeRule('authorization_pending', {
  effect: 'pending',
  onDisabled: 'counts',
  remedy: 'reconnect',
  holds: {
    'a pending connection': [{ connection: 'pending' }, 'The authorization is not finished yet.'],
  },
  holdsNot: { 'a connection that is connected': { connection: 'connected' } },
});

describeRule('token_expiring', {
  effect: 'warning',
  onDisabled: 'counts',
  remedy: 'reconnect',
  holds: {
    'exactly 7 days left': [manual(ahead(7 * DAY)), 'Sign-in expires in 7 days and cannot renew itself.'],
    'a millisecond left': [
      manual(ahead(1)),
      'Sign-in expires in less than a minute and cannot renew itself.',
    ],
    '30 hours left': [manual(ahead(30 * HOUR)), 'Sign-in expires in 30 h and cannot renew itself.'],
  },
  holdsNot: {
    'a millisecond more than 7 days left': manual(ahead(7 * DAY + 1)),
    'an expiry at the very instant, which is expired': manual(ago(0)),
    'a refreshable token': renewed(ahead(DAY)),
    'no expiry': manual(null),
  },
});

describeRule('no_accounts', {
  effect: 'pending',
  onDisabled: 'suppressed',
  remedy: 'refresh_metadata',
  holds: { 'no account': [{ accounts: [] }, 'No account was found yet.'] },
  holdsNot: { 'one account, not selected': { accounts: [anAccount({ selected: false })] } },
});

describeRule('no_account_selected', {
  effect: 'pending',
  onDisabled: 'suppressed',
  remedy: null,
  holds: {
    'one account, not selected': [
      { accounts: [anAccount({ selected: false })] },
      '1 account, none selected.',
    ],
    'two accounts, none selected': [
      { accounts: [anAccount({ selected: false }), anAccount({ selected: false })] },
      '2 accounts, none selected.',
    ],
  },
  holdsNot: {
    'one of two selected': { accounts: [anAccount({ selected: false }), anAccount()] },
    'no account at all': { accounts: [] },
  },
});

describeRule('disabled_by_system', {
  effect: 'warning',
  onDisabled: 'counts',
  remedy: null,
  holds: {
    'a source that the system disabled': [
      { enabled: false, disabled_by: 'system' },
      'Disabled by the system, not by a person.',
    ],
    'a source that billing disabled': [
      { enabled: false, disabled_by: 'billing' },
      'Disabled by billing, not by a person.',
    ],
  },
  holdsNot: {
    'a source that a user disabled': { enabled: false, disabled_by: 'user' },
    'a source that nobody knows who disabled': { enabled: false, disabled_by: null },
  },
});

describeRule('rate_limited', {
  effect: 'warning',
  onDisabled: 'suppressed',
  remedy: null,
  holds: {
    'a limit that ends in 40 minutes': [
      { rate_limited_until: ahead(40 * MINUTE) },
      'The platform limits requests; the limit ends in 40 min.',
    ],
    'a limit that ends in a millisecond': [
      { rate_limited_until: ahead(1) },
      'The platform limits requests; the limit ends in less than a minute.',
    ],
  },
  holdsNot: {
    'a limit that ends at the very instant': { rate_limited_until: ago(0) },
    'no limit': { rate_limited_until: null },
  },
});
