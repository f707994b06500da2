import { anAccount } from '../../../fixtures/builders.ts';
import type { Account } from '../../../lib/schema/snapshot.ts';
import { describeRule } from './rule-cases.ts';
import type { Changes } from './verdicts.ts';

/** Selected accounts, named `Shop 1`, `Shop 2` … */
const accounts = (...changes: Partial<Account>[]): Changes => ({
  accounts: changes.map((change, at) => anAccount({ name: `Shop ${at + 1}`, ...change })),
});
const [ok, closed] = [{ status: 'ok' }, { status: 'closed' }];
const unconfirmed = { mapping_status: 'unconfirmed' };

describeRule('no_accounts', {
  effect: 'pending',
  countsOn: 'all but off',
  remedy: 'refresh_metadata',
  holds: { 'no account': [{ accounts: [] }, 'No account was found yet.'] },
  holdsNot: {
    'one account, not selected': accounts({ selected: false }),
    'accounts that are not reported': { accounts: null },
  },
});

describeRule('no_account_selected', {
  effect: 'pending',
  countsOn: 'all but off',
  remedy: null,
  nextStep: 'Select at least one account in your data platform.',
  holds: {
    'one account, not selected': [accounts({ selected: false }), '1 account, none selected.'],
    'two accounts, none selected': [
      accounts({ selected: false }, { selected: false }),
      '2 accounts, none selected.',
    ],
  },
  holdsNot: {
    'one of two selected': accounts({ selected: false }, {}),
    'no account at all': { accounts: [] },
    'accounts that are not reported': { accounts: null },
  },
});

describeRule('accounts_unreadable', {
  effect: 'error',
  countsOn: 'all but off',
  remedy: 'refresh_metadata',
  holds: {
    'the one selected account closed': [
      accounts(closed, { ...ok, selected: false }),
      'The selected account cannot be read: “Shop 1” (closed).',
    ],
    'each for a reason of its own': [
      accounts({ status: 'no_access' }, { status: 'not_enabled' }, { status: 'over_limit' }),
      'None of the 3 selected accounts can be read: “Shop 1” (no access), “Shop 2” (not enabled) and “Shop 3” (over its limit).',
    ],
    'more than three': [
      accounts(closed, closed, closed, closed, closed),
      'None of the 5 selected accounts can be read: “Shop 1” (closed), “Shop 2” (closed), “Shop 3” (closed) and 2 more.',
    ],
    'a status it does not know, which is not ok': [
      accounts({ status: 'suspended' }),
      'The selected account cannot be read: “Shop 1” (suspended).',
    ],
  },
  holdsNot: {
    'one of two that is ok': accounts(closed, ok),
    'one of two that does not say': accounts(closed, {}),
    'accounts that do not say': accounts({}, {}),
    'none selected': accounts({ ...closed, selected: false }),
    'no account': { accounts: [] },
    'accounts that are not reported': { accounts: null },
  },
});

describeRule('account_unreadable', {
  effect: 'warning',
  countsOn: 'all but off',
  remedy: 'refresh_metadata',
  holds: {
    'one of three closed': [
      accounts(ok, closed, ok),
      '1 of 3 selected accounts cannot be read: “Shop 2” (closed).',
    ],
    'two, named in order whatever theirs': [
      accounts({ name: 'B', ...closed }, { name: 'A', status: 'no_access' }, {}),
      '2 of 3 selected accounts cannot be read: “A” (no access) and “B” (closed).',
    ],
  },
  holdsNot: {
    'all of them, which is another rule': accounts(closed, closed),
    'one that is not selected': accounts(ok, { ...closed, selected: false }),
    'accounts that do not say': accounts({}, {}),
    'accounts that are not reported': { accounts: null },
  },
});

describeRule('account_mapping_unconfirmed', {
  effect: 'info',
  countsOn: 'every source',
  remedy: 'field_mapping_check',
  holds: {
    'the only one': [
      accounts(unconfirmed),
      'The mapping of the selected account is not confirmed: “Shop 1”.',
    ],
    'one of two': [
      accounts({}, unconfirmed),
      'The mapping of 1 of 2 selected accounts is not confirmed: “Shop 2”.',
    ],
  },
  holdsNot: {
    'one that is not selected': accounts({}, { ...unconfirmed, selected: false }),
    'the source’s mapping unconfirmed, which is another rule': {
      ...accounts(unconfirmed),
      technical: { mapping_status: 'unconfirmed' },
    },
    'the source’s mapping not reported': { ...accounts(unconfirmed), technical: { mapping_status: null } },
    'accounts that are not reported': { accounts: null },
  },
});

const [paris, new_york] = [{ time_zone: 'Europe/Paris' }, { time_zone: 'America/New_York' }];
const [eur, usd] = [{ currency: 'EUR' }, { currency: 'USD' }];

describeRule('accounts_differ', {
  effect: 'info',
  countsOn: 'every source',
  remedy: 'open_data_quality',
  holds: {
    'two time zones': [
      accounts(paris, new_york, paris),
      'The selected accounts use 2 time zones (America/New_York and Europe/Paris): days do not add up.',
    ],
    'two currencies': [
      accounts(usd, eur, {}),
      'The selected accounts use 2 currencies (EUR and USD): sums do not add up.',
    ],
    'two time zones and one currency': [
      accounts({ ...paris, ...eur }, { ...new_york, ...eur }),
      'The selected accounts use 2 time zones (America/New_York and Europe/Paris): days do not add up.',
    ],
    'two currencies and one time zone': [
      accounts({ ...paris, ...eur }, { ...paris, ...usd }),
      'The selected accounts use 2 currencies (EUR and USD): sums do not add up.',
    ],
    'two of both': [
      accounts({ ...paris, ...eur }, { ...new_york, ...usd }),
      'The selected accounts use 2 time zones (America/New_York and Europe/Paris) and 2 currencies (EUR and USD): days and sums do not add up.',
    ],
    'more than three': [
      accounts(eur, usd, { currency: 'GBP' }, { currency: 'CHF' }),
      'The selected accounts use 4 currencies (CHF, EUR, GBP and 1 more): sums do not add up.',
    ],
  },
  holdsNot: {
    'the same ones': accounts({ ...paris, ...eur }, { ...paris, ...eur }),
    'one that does not say': accounts({ ...paris, ...eur }, {}),
    'one that is not selected': accounts(eur, { ...usd, selected: false }),
    'accounts that are not reported': { accounts: null },
  },
});
