import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AS_OF, anAccount, aRun, aSource } from '../../../../fixtures/builders.ts';
import { rowOf } from '../../../../lib/snapshot/rows/row-of.ts';
import { rowSchema } from '../../../../lib/snapshot/rows/row-schema.ts';
import { statusesOf } from '../../../../lib/snapshot/rows/runs.ts';
import { anySource, asOf } from '../../status/arbitrary-source.ts';

const row = (overrides: Parameters<typeof aSource>[0]) => rowOf(aSource(overrides), new Date(AS_OF));

it('makes a row of any source that reads back as it was stored', () => {
  const check = fc.property(anySource, (source) => {
    const text = JSON.stringify(rowOf(source, asOf));
    // Also in the same order, so that unchanged rows are not stored again.
    expect(JSON.stringify(rowSchema.parse(JSON.parse(text)))).toBe(text);
  });
  fc.assert(check, { numRuns: 200 });
}, 20_000);

it('has the statuses of the last ten runs, newest first', () => {
  const statuses = ['queued', 'running', 'failed', 'cancelled', 'partial', 'throttled', 'completed'];
  const sync_history = [...statuses, ...Array(5).fill('failed')].map((status) => aRun({ status }));
  const { runs } = row({ sync_history });
  expect(statusesOf(runs)).toEqual([
    'queued',
    'running',
    'failed',
    'cancelled',
    'partial',
    'other',
    'completed',
    'failed',
    'failed',
    'failed',
  ]);
});

it('has no run if the source never synced', () => {
  expect(statusesOf(row({ sync_history: [] }).runs)).toEqual([]);
});

it('has the coming events', () => {
  const rate_limited_until = '2026-11-20T09:00:00Z';
  expect(row({ rate_limited_until }).upcoming).toEqual([{ what: 'limit_lifts', at: rate_limited_until }]);
});

it('has the references of its accounts, without duplicates and in order, and whether they are selected', () => {
  const accounts = ['•••2', '•••1', '•••2', '•••3'].map((masked_ref) => anAccount({ masked_ref }));
  const others = [anAccount({ masked_ref: '•••1', selected: false })];
  expect(row({ accounts: [...others, ...accounts] }).accounts).toEqual({
    selected: ['•••2', '•••1', '•••3'],
    others: ['•••1'],
  });
  expect(row({ accounts: [] }).accounts).toEqual({ selected: [], others: [] });
  expect(row({ accounts: null }).accounts).toBeNull();
});
