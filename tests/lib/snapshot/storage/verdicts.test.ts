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
  await createStore(area, queue(), () => '1').save(snapshot);
});

/** Edits a stored JSON text by hand. */
function edit(key: string, change: (text: string) => string) {
  area.items.set(key, change(String(area.items.get(key))));
}
const verdicts = async () => {
  const read = await readVerdicts(area);
  return read.state === 'ready' ? read.verdicts : read.state;
};

it('reads the verdicts of the rows, in their order', async () => {
  expect(await readVerdicts(area)).toEqual({
    state: 'ready',
    generatedAt: snapshot.generated_at,
    verdicts: [expired, off, healthy],
  });
});

it('leaves out what is of no authorized Profile, and what cannot be read', async () => {
  edit('snapshot', (text) => text.replace('["profile-france","maison-ete"]', '["profile-france"]'));
  expect(await verdicts()).toEqual([expired, off]);
  edit('rows', (text) => JSON.stringify({ id: '1', rows: [null, ...JSON.parse(text).rows.slice(1)] }));
  expect(await verdicts()).toEqual([off]);
});

it.each([
  ['empty', () => area.items.clear()],
  ['newer', () => edit('snapshot', (text) => text.replace('"layout":1', '"layout":2'))],
  ['damaged', () => edit('snapshot', (text) => text.slice(1))],
  ['damaged', () => edit('snapshot', (text) => text.replace('"layout":1', '"layout":0'))],
  ['damaged', () => edit('snapshot', (text) => text.replace('generated_at', 'taken'))],
  ['unchecked', () => area.items.delete('rows')],
  ['unchecked', () => edit('rows', (text) => text.replace('"id":"1"', '"id":"2"'))],
  ['unchecked', () => edit('rows', (text) => text.replace('"health":"error"', '"health":"fine"'))],
  ['unchecked', () => edit('rows', () => '{"id":"1","rows":[]}')],
])('says %s', async (state, damage) => {
  damage();
  expect(await verdicts()).toBe(state);
});
