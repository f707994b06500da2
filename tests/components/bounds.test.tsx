import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { anAccount, aQualityEntry, aRun, aSnapshot, aSource } from '../../fixtures/builders.ts';
import { openPanel, textOf } from './panel.tsx';

const hash = '#/source/tiktok-ads-france';
const open = async (source: Parameters<typeof aSource>[0]) => {
  await openPanel({ stored: aSnapshot({ sources: [aSource(source)] }), hash });
  return (name: RegExp) => within(screen.getByRole('region', { name }));
};
const rowsOf = (section: ReturnType<typeof within>) => section.getAllByRole('row').slice(1);
const times = <Item,>(count: number, make: (at: number) => Item) =>
  Array.from({ length: count }, (_, at) => make(at));

describe('the lists of a source with very many of everything', () => {
  it('show 30 runs at a time, and focus the first of the new ones', async () => {
    const section = await open({ sync_history: times(100, () => aRun()) });
    const rows = () => rowsOf(section(/^Sync history/));
    expect(rows()).toHaveLength(30);
    fireEvent.click(section(/^Sync history/).getByRole('button', { name: 'Show 70 older runs' }));
    expect(rows()).toHaveLength(60);
    expect(document.activeElement).toBe(rows()[30]);
    fireEvent.click(section(/^Sync history/).getByRole('button', { name: 'Show 40 older runs' }));
    expect(rows()).toHaveLength(90);
    expect(document.activeElement).toBe(rows()[60]);
  });

  it('offer at most a dozen run statuses', async () => {
    const section = await open({ sync_history: times(40, (at) => aRun({ status: `status-${at}` })) });
    const choices = within(section(/^Sync history/).getByRole('group', { name: 'Show runs by status' }));
    expect(choices.getAllByRole('button', { pressed: false })).toHaveLength(12);
    fireEvent.click(choices.getByRole('button', { name: 'Show 28 more' }));
    expect(choices.getAllByRole('button', { pressed: false })).toHaveLength(24);
  });

  it('show at most 20 quality entries and 20 findings', async () => {
    const section = await open({
      data_quality: times(50, (at) => aQualityEntry({ severity: 'WARNING', code: `code_${at}` })),
    });
    const entries = () => section(/^Data quality/).getAllByRole('listitem');
    expect(entries()).toHaveLength(20);
    fireEvent.click(section(/^Data quality/).getByRole('button', { name: 'Show 30 more' }));
    expect(entries()).toHaveLength(40);
    expect(document.activeElement).toBe(entries()[20]);
    const [findings, why] = section(/^Health/).getAllByRole('list', { hidden: true });
    expect(within(findings ?? document.body).getAllByRole('listitem').length).toBeLessThanOrEqual(20);
    expect(
      within(why ?? document.body).getAllByRole('listitem', { hidden: true }).length,
    ).toBeLessThanOrEqual(20);
  });

  it('show at most 50 accounts', async () => {
    const section = await open({ accounts: times(120, (at) => anAccount({ name: `Account ${at}` })) });
    const rows = () => rowsOf(section(/^External accounts/));
    expect(rows()).toHaveLength(50);
    fireEvent.click(section(/^External accounts/).getByRole('button', { name: 'Show 70 more' }));
    expect(rows()).toHaveLength(100);
    expect(textOf(document.activeElement ?? undefined)).toContain('Account 50');
  });
});

it('builds a thousand rows of the list, and more only when asked', async () => {
  const sources = times(1005, (at) => aSource({ id: `${at}` }));
  await openPanel({ stored: aSnapshot({ sources }) });
  const rows = () => document.querySelectorAll('main li h3 > a').length;
  await waitFor(() => expect(rows()).toBe(1000));
  fireEvent.click(screen.getByRole('button', { name: 'Show 5 more sources' }));
  await waitFor(() => expect(rows()).toBe(1005));
  expect(screen.queryByRole('button', { name: /more source/ })).toBeNull();
});
