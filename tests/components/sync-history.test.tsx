import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { aRun, aSnapshot, aSource } from '../../fixtures/builders.ts';
import { openPanel, textOf } from './panel.tsx';

afterEach(cleanup);

const history = () => within(screen.getByRole('region', { name: /^Sync history/ }));
const rows = () => history().getAllByRole('row').slice(1);
const open = (runs: ReturnType<typeof aRun>[]) =>
  openPanel({
    stored: aSnapshot({ sources: [aSource({ sync_history: runs })] }),
    hash: '#/source/tiktok-ads-france',
  });
const many = (count: number) => Array.from({ length: count }, () => aRun());

describe('the chart of the runs', () => {
  it('has a name, and says in one sentence what it shows', async () => {
    await open([aRun({ status: 'failed', fetched: 0 }), aRun(), aRun({ fetched: 1194 })]);
    expect(history().getByRole('img', { name: 'Rows of each run, oldest to newest' })).toBeTruthy();
    expect(textOf(history().getByRole('figure'))).toContain(
      '3 runs: 2 completed, 1 failed; between 1194 and 1240 rows fetched per completed run.',
    );
  });

  it('shows the newest 30', async () => {
    await open(many(31));
    expect(textOf(history().getByRole('figure'))).toContain(
      'The newest 30 of 31 runs: 30 completed; 1240 rows fetched per completed run.',
    );
  });

  it('explains only what stands in it', async () => {
    await open([aRun({ status: 'throttled', fetched: null, processed: null, failed: null }), aRun()]);
    const legend = within(history().getByRole('figure')).getAllByRole('listitem', { hidden: true });
    expect(legend.map(textOf)).toEqual(['rows processed', 'rows not reported', 'throttled']);
  });

  it('is left out where no sync has run', async () => {
    await open([]);
    expect(history().queryByRole('figure')).toBeNull();
    expect(history().getByText('No sync has run yet.')).toBeTruthy();
  });
});

describe('the table of the runs', () => {
  it('says when each ran, relative and exact, and for how long', async () => {
    await open([
      aRun(),
      aRun({ finished_at: null, status: 'running' }),
      aRun({ started_at: '2026-11-19T06:59:58Z', finished_at: '2026-11-19T07:00:00Z' }),
      aRun({ started_at: null, finished_at: null }),
    ]);
    expect(rows().map((row) => textOf(row.lastElementChild ?? undefined))).toEqual([
      '1 hour ago 07:00 took 2 min',
      'started 1 hour ago 06:58',
      '25 hours ago 19 Nov, 07:00 took 2 s',
      '',
    ]);
  });

  it('can be narrowed to one status', async () => {
    await open([aRun({ status: 'failed' }), aRun(), aRun()]);
    const buttons = within(history().getByRole('group', { name: 'Show runs by status' }));
    const pressed = () => buttons.getAllByRole('button', { pressed: true }).map(textOf);
    expect(buttons.getAllByRole('button').map(textOf)).toEqual(['all 3', 'completed 2', 'failed 1']);
    expect(pressed()).toEqual(['all 3']);
    fireEvent.click(buttons.getByRole('button', { name: 'failed 1' }));
    expect(pressed()).toEqual(['failed 1']);
    expect(rows()).toHaveLength(1);
    fireEvent.click(buttons.getByRole('button', { name: 'all 3' }));
    expect(rows()).toHaveLength(3);
  });

  it('is not narrowed any more to a status that a newer history does not have', async () => {
    const { store } = await open([aRun({ status: 'failed' }), aRun(), aRun()]);
    fireEvent.click(history().getByRole('button', { name: 'failed 1' }));
    expect(rows()).toHaveLength(1);
    await store.save(aSnapshot({ sources: [aSource({ sync_history: many(4) })] }));
    await waitFor(() => expect(rows()).toHaveLength(4));
  });

  it('has no filter where all runs have one status', async () => {
    await open(many(2));
    expect(history().queryByRole('group')).toBeNull();
  });

  it('shows older runs when asked to, and goes to the first of them', async () => {
    await open(many(32));
    expect(rows()).toHaveLength(30);
    fireEvent.click(history().getByRole('button', { name: 'Show 2 older runs' }));
    expect(rows()).toHaveLength(32);
    expect(history().queryByRole('button', { name: /older/ })).toBeNull();
    expect(document.activeElement).toBe(rows()[30]);
  });
});
