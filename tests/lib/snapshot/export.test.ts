import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { aSnapshot } from '../../../fixtures/builders.ts';
import { manySources } from '../../../fixtures/many-sources.ts';
import type { Snapshot } from '../../../lib/schema/snapshot.ts';
import { exportFileName, exportSnapshot } from '../../../lib/snapshot/export.ts';
import { fitsImport, importSnapshot } from '../../../lib/snapshot/import.ts';
import { createStore } from '../../../lib/snapshot/storage/store.ts';
import { anyCharacter } from '../../any-text.ts';
import { MemoryArea, queue } from '../../memory-area.ts';
import { anySource } from '../status/arbitrary-source.ts';

const anyName = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).map((text) => `${text}x`);

/** The result of importing any acceptable text: in scope and masked. */
const anyImported = fc
  .record({
    profileIds: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
    authorized: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
    name: anyName,
    notice: fc.option(fc.string({ maxLength: 40, unit: anyCharacter }), { nil: undefined }),
    sources: fc.array(anySource, { maxLength: 4 }),
    places: fc.infiniteStream(fc.nat()),
  })
  .map(({ profileIds, authorized, name, notice, sources, places }) => {
    const someProfile = () => profileIds[places.next().value % profileIds.length] ?? 'a';
    const snapshot: Snapshot = {
      ...aSnapshot({ authorized_profile_ids: authorized.filter((id) => profileIds.includes(id)) }),
      profiles: profileIds.map((id) => ({ id, name, role: 'editor' })),
      sources: sources.map((source, at) => ({
        ...source,
        id: `${at} ${source.id}`,
        profile_id: someProfile(),
        accounts: source.accounts?.map((account) => ({ ...account, profile_id: someProfile() })) ?? null,
      })),
    };
    const { notice: _, ...silent } = snapshot;
    return importSnapshot(JSON.stringify(notice === undefined ? silent : { ...silent, notice }));
  })
  .filter((result) => result.ok);

describe('an exported snapshot imports back to the same snapshot', () => {
  test('for any snapshot, with nothing left to mask or leave out', () => {
    fc.assert(
      fc.property(anyImported, ({ snapshot }) => {
        expect(importSnapshot(exportSnapshot(snapshot))).toEqual({
          ok: true,
          snapshot,
          masked: 0,
          leftOut: 0,
          reordered: 0,
        });
      }),
      { numRuns: 100 },
    );
  });

  test('also through the storage', async () => {
    await fc.assert(
      fc.asyncProperty(anyImported, async ({ snapshot }) => {
        const store = createStore(new MemoryArea(), queue(), () => 'its-id');
        await store.save(snapshot);
        expect(await store.readAll()).toEqual({ snapshot, unreadable: 0 });
      }),
      { numRuns: 100 },
    );
  });

  test('even if it would be too large when indented', () => {
    const snapshot = manySources(1000, 30);
    expect(fitsImport(JSON.stringify(snapshot, null, 2))).toBe(false);
    const again = importSnapshot(exportSnapshot(snapshot));
    expect(again.ok && again.snapshot).toEqual(snapshot);
  });
});

it('is indented for people to read', () => {
  expect(exportSnapshot(aSnapshot())).toMatch(/^\{\n {2}"schema_version": 1,\n.*\n\}\n$/s);
});

it('is named after the snapshot’s instant, in UTC', () => {
  const name = exportFileName(aSnapshot({ generated_at: '2026-11-20T01:05:00+02:00' }));
  expect(name).toBe('source-status-2026-11-19-2305.json');
});
