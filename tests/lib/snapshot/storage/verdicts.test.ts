import { beforeEach, expect, it } from 'vitest';
import { aProfile, aSnapshot, aSource } from '../../../../fixtures/builders.ts';
import { createStore } from '../../../../lib/snapshot/storage/store.ts';
import { readVerdicts } from '../../../../lib/snapshot/storage/verdicts.ts';
import { MemoryArea, queue } from '../../../memory-area.ts';

const snapshot = aSnapshot({
  profiles: [aProfile(), aProfile({ id: 'maison-ete' })],
  authorized_profile_ids: ['profile-france', 'maison-ete'],
  sources: [
    aSource({ id: 'expired', connection: 'expired' }),
    aSource({ id: 'off', enabled: false, disabled_by: 'user' }),
    aSource({ id: 'other', profile_id: 'maison-ete' }),
  ],
});
const expired = { health: 'error', lifecycle: 'enabled' };
const off = { health: 'healthy', lifecycle: 'off' };
const healthy = { health: 'healthy', lifecycle: 'enabled' };

let area: MemoryArea;
beforeEach(async () => {
  area = new MemoryArea();
  await createStore(area, queue(), () => '1', { rowsVersion: '7' }).save(snapshot);
});

/** Edits a stored JSON text by hand. */
function edit(key: string, change: (text: string) => string) {
  area.items.set(key, change(String(area.items.get(key))));
}
const verdicts = async () => {
  const read = await readVerdicts(area, '7');
  return read.state === 'ready' ? read.verdicts : read.state;
};

it('reads the verdicts of the rows, in their order', async () => {
  expect(await readVerdicts(area, '7')).toEqual({
    state: 'ready',
    generatedAt: snapshot.generated_at,
    verdicts: [expired, off, healthy],
    unreadable: 0,
  });
});

it('omits sources outside the authorized Profiles, and counts unreadable ones', async () => {
  edit('snapshot', (text) => text.replace('["profile-france","maison-ete"]', '["profile-france"]'));
  expect(await verdicts()).toEqual([expired, off]);
  edit('rows', (text) => {
    const { rows, ...stamp } = JSON.parse(text);
    return JSON.stringify({ ...stamp, rows: [null, rows[1], false] });
  });
  expect(await readVerdicts(area, '7')).toMatchObject({ verdicts: [off], unreadable: 1 });
});

it.each([
  ['empty', () => area.items.clear()],
  ['empty', () => edit('snapshot', () => '')],
  ['newer', () => edit('snapshot', (text) => text.replace('"layout":1', '"layout":2'))],
  ['damaged', () => edit('snapshot', (text) => text.slice(1))],
  ['damaged', () => edit('snapshot', (text) => text.replace('"layout":1', '"layout":0'))],
  ['damaged', () => edit('snapshot', (text) => text.replace('generated_at', 'taken'))],
  ['damaged', () => edit('snapshot', (text) => text.replace(snapshot.generated_at, 'yesterday'))],
  ['unchecked', () => edit('snapshot', (text) => text.replace('"count":3', '"count":40000000'))],
  ['unchecked', () => edit('rows', (text) => text.replace('"version":"7"', '"version":"6"'))],
  ['unchecked', () => area.items.delete('rows')],
  ['unchecked', () => edit('rows', (text) => text.replace('"id":"1"', '"id":"2"'))],
  ['unchecked', () => edit('rows', (text) => text.replace('"health":"error"', '"health":"fine"'))],
  ['unchecked', () => edit('rows', () => '{"id":"1","rows":[]}')],
])('says %s', async (state, damage) => {
  damage();
  expect(await verdicts()).toBe(state);
});
