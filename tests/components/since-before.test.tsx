import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { aSnapshot, aSource } from '../../fixtures/builders.ts';
import { openPanel, textOf } from './panel.tsx';

it('says what changed in a sentence, on the row and on the finding, until the user dismisses it', async () => {
  const { store, model } = await openPanel({ stored: aSnapshot() });
  await store.save(aSnapshot({ sources: [aSource({ connection: 'expired' }), aSource({ id: 'b' })] }));
  await model.reload();
  await screen.findByText('Since the last snapshot: 1 worse, 1 new.');
  const rows = within(screen.getByRole('main')).getAllByRole('listitem');
  expect(rows.map((row) => textOf(row))).toEqual([
    expect.stringContaining('worse, was healthy'),
    expect.stringContaining('new'),
  ]);

  model.goTo('#/source/tiktok-ads-france');
  await screen.findByText('new since the last snapshot');

  model.goTo('#/');
  fireEvent.click(await screen.findByRole('button', { name: 'Dismiss' }));
  await waitFor(() => expect(screen.queryByText(/Since the last snapshot/)).toBeNull());
  expect(screen.queryByText(/worse, was/)).toBeNull();
  await expect
    .poll(async () => {
      const list = await store.readList();
      return list.state === 'ready' && list.since;
    })
    .toBeNull();
});

it('stays, with an explanation, if the browser cannot store that it was dismissed', async () => {
  const { store, area } = await openPanel({ stored: aSnapshot() });
  await store.save(aSnapshot({ sources: [aSource({ connection: 'expired' })] }));
  await screen.findByText('Since the last snapshot: 1 worse.');
  area.set = () => Promise.reject(new Error('IO error'));
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  await waitFor(() =>
    expect(textOf(screen.getByRole('status'))).toBe('This could not be stored, so it will be shown again.'),
  );
  expect(screen.getByText('Since the last snapshot: 1 worse.')).toBeTruthy();
});
