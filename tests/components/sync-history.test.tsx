import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { aRun, aSnapshot, aSource } from '../../fixtures/builders.ts';
import { openPanel, textOf } from './panel.tsx';

const history = () => within(screen.getByRole('region', { name: /^Sync history/ }));
const rows = () => history().getAllByRole('row').slice(1);
const open = (runs: ReturnType<typeof aRun>[]) =>
  openPanel({
    stored: aSnapshot({ sources: [aSource({ sync_history: runs })] }),
    hash: '#/source/tiktok-ads-france',
  });
const many = (count: number) => Array.from({ length: count }, () => aRun());
const NO_ROWS = { fetched: null, processed: null, failed: null };

describe('the chart of the runs', () => {
  it('has a name, and says in one sentence what it shows', async () => {
    await open([aRun({ status: 'failed', fetched: 0 }), ...many(6), aRun({ fetched: 1194 })]);
    expect(history().getByRole('img', { name: 'Rows of each run, oldest to newest' })).toBeTruthy();
    expect(textOf(history().getByRole('figure'))).toContain(
      '8 runs: 7 completed, 1 failed; between 1194 and 1240 rows fetched per completed run.',
    );
  });

  it.each([
    ['few runs', many(4)],
    ['runs without rows', Array.from({ length: 9 }, () => aRun(NO_ROWS))],
  ])('is a mark per run for %s', async (_, runs) => {
    await open([aRun({ status: 'failed', ...NO_ROWS }), ...runs]);
    expect(history().queryByRole('img')).toBeNull();
    const marks = history().getByRole('figure').querySelectorAll('svg');
    expect(marks).toHaveLength(runs.length + 1);
    expect(Array.from(marks, (mark) => mark.dataset.tone).at(-1)).toBe('error');
  });

  it('shows the newest 30', async () => {
    await open(many(31));
    expect(textOf(history().getByRole('figure'))).toContain(
      'The newest 30 of 31 runs: 30 completed; 1240 rows fetched per completed run.',
    );
  });

  it('explains only what it shows', async () => {
    await open([aRun({ status: 'throttled', ...NO_ROWS }), ...many(7)]);
    const legend = within(history().getByRole('figure')).getAllByRole('listitem', { hidden: true });
    expect(legend.map(textOf)).toEqual([
      'Oldest to newest',
      'rows processed',
      'rows not reported',
      'throttled',
    ]);
  });

  it('is left out if no sync is reported', async () => {
    await open([]);
    expect(history().queryByRole('figure')).toBeNull();
    expect(history().getByText('No sync is reported.')).toBeTruthy();
  });
});

describe('the table of the runs', () => {
  const failedAt = (hour: number) =>
    aRun({
      status: 'failed',
      ...NO_ROWS,
      error: { code: '40105', message: 'Access token is incorrect.' },
      started_at: `2026-11-20T0${hour}:00:00Z`,
      finished_at: `2026-11-20T0${hour}:02:00Z`,
    });
  const cells = (row: HTMLElement | undefined) => Array.from(row?.children ?? [], textOf);

  it('groups consecutive runs that failed alike, and explains an error once', async () => {
    await open([failedAt(7), failedAt(6), failedAt(5), aRun(), failedAt(3)]);
    expect(rows().map((row) => cells(row)[0])).toEqual([
      expect.stringMatching(/^failed ×3 .* 05:02–07:02$/),
      expect.stringMatching(/^completed /),
      expect.stringMatching(/^failed .* 03:02 took 2 min$/),
    ]);
    expect(cells(rows()[0]).at(-1)).toBe(
      '40105 · the access token is wrong or was revoked — the platform no longer accepts the sign-in. Access token is incorrect.',
    );
    expect(cells(rows()[2]).at(-1)).toBe('40105 · as above');
  });

  it('does not group a run without reported rows with runs that have them', async () => {
    await open([failedAt(7), { ...failedAt(6), fetched: 4 }, { ...failedAt(5), fetched: 9 }]);
    expect(rows().map((row) => cells(row).slice(1, 4))).toEqual([
      ['—', '—', '—'],
      ['4–9', '—', '—'],
    ]);
  });

  it('marks a history load', async () => {
    await open([aRun({ kind: 'history' }), aRun({ kind: 'regular' }), aRun({ kind: 'repair' })]);
    expect(rows().map((row) => textOf(row).match(/history load|repair|regular/)?.[0])).toEqual([
      'history load',
      undefined,
      'repair',
    ]);
  });

  it('does not mention a code if none is reported', async () => {
    await open([aRun({ status: 'failed', error: { code: null, message: 'Broken pipe' } })]);
    expect(cells(rows()[0]).at(-1)).toBe('no code reported Broken pipe');
  });

  it('says when each run was, relative and exact, and how long it took', async () => {
    await open([
      aRun(),
      aRun({ finished_at: null, status: 'running' }),
      aRun({ started_at: '2026-11-19T06:59:58Z', finished_at: '2026-11-19T07:00:00Z' }),
      aRun({ started_at: null, finished_at: null }),
    ]);
    expect(rows().map((row) => textOf(within(row).getByRole('rowheader')))).toEqual([
      'completed 60 min ago 07:00 took 2 min',
      'running started 62 min ago 06:58',
      'completed 25 h ago 19 Nov, 07:00 took 2 s',
      'completed',
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

  it('drops the filter if a newer history has no run with that status', async () => {
    const { store } = await open([aRun({ status: 'failed' }), aRun(), aRun()]);
    fireEvent.click(history().getByRole('button', { name: 'failed 1' }));
    expect(rows()).toHaveLength(1);
    await store.save(aSnapshot({ sources: [aSource({ sync_history: many(4) })] }));
    await waitFor(() => expect(rows()).toHaveLength(4));
  });

  it('has no filter if all runs have the same status', async () => {
    await open(many(2));
    expect(history().queryByRole('group')).toBeNull();
  });

  it('shows older runs on request, and focuses the first of them', async () => {
    await open(many(32));
    expect(rows()).toHaveLength(30);
    fireEvent.click(history().getByRole('button', { name: 'Show 2 older runs' }));
    expect(rows()).toHaveLength(32);
    expect(history().queryByRole('button', { name: /older/ })).toBeNull();
    expect(document.activeElement).toBe(rows()[30]);
  });
});
