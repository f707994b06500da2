import { beforeEach, describe, expect, it } from 'vitest';
import { crashProof } from '../../../../lib/snapshot/storage/crash-proof.ts';
import type { Items } from '../../../../lib/snapshot/storage/layout.ts';
import { MemoryArea } from '../../../memory-area.ts';

/** The size of Chromium's log before it starts another, in bytes. */
const LOG = 4 * 1024 * 1024;

/** Remembers each write in order. */
class WatchedArea extends MemoryArea {
  readonly writes: [string, Items | string[]][] = [];

  override async set(items: Items): Promise<void> {
    this.writes.push(['set', items]);
    return super.set(items);
  }

  override async remove(keys: string[]): Promise<void> {
    this.writes.push(['remove', keys]);
    return super.remove(keys);
  }
}

let area: WatchedArea;
beforeEach(() => {
  area = new WatchedArea();
});

describe('a write', () => {
  it('comes between a mark and its removal', async () => {
    await crashProof(area).set({ a: '1', b: '2' });
    await crashProof(area).remove(['a']);
    expect(area.writes).toEqual([
      ['set', { unfinished: '' }],
      ['set', { a: '1', b: '2' }],
      ['remove', ['unfinished']],
      ['set', { unfinished: '' }],
      ['remove', ['a']],
      ['remove', ['unfinished']],
    ]);
    expect(await crashProof(area).get(null)).toEqual({ b: '2' });
  });

  it('leaves no mark if it is refused', async () => {
    const refusing = Object.assign(area, {
      set: async (items: Items) => {
        if (!('unfinished' in items)) throw new Error('QUOTA_BYTES quota exceeded');
        return MemoryArea.prototype.set.call(area, items);
      },
    });
    await expect(crashProof(refusing).set({ a: '1' })).rejects.toThrow('quota');
    expect(area.contents()).toEqual({});
  });
});

describe('a mark that cannot be removed', () => {
  beforeEach(() => {
    area.remove = () => Promise.reject(new Error('IO error'));
  });

  it('does not make a finished write fail', async () => {
    await crashProof(area).set({ a: '1' });
    expect(area.contents()).toMatchObject({ a: '1' });
  });

  it('does not hide why a write failed', async () => {
    area.refuse = true;
    await expect(crashProof(area).set({ a: '1' })).rejects.toThrow('quota');
  });
});

describe('the write after an unfinished one', () => {
  beforeEach(async () => {
    await area.set({ unfinished: '', a: '0' });
    area.writes.length = 0;
  });

  it.each<[string, (proof: MemoryArea | ReturnType<typeof crashProof>) => Promise<void>]>([
    ['set', (proof) => proof.set({ a: '1' })],
    ['remove', (proof) => proof.remove(['a'])],
  ])('comes after more data than a log holds: %s', async (_, write) => {
    await write(crashProof(area));
    const own = area.writes.findIndex(([, what]) => JSON.stringify(what).includes('"a"'));
    const before = area.writes.slice(0, own).map(([, what]) => JSON.stringify(what));
    expect(before.join('').length).toBeGreaterThan(LOG);
    // The browser would not write what is already stored.
    expect(new Set(before).size).toBe(before.length);
    expect(area.contents()).not.toHaveProperty('unfinished');
  });

  it('is the only one that does', async () => {
    await crashProof(area).set({ a: '1' });
    area.writes.length = 0;
    await crashProof(area).set({ a: '2' });
    expect(area.writes).toHaveLength(3);
  });

  it('is still tried if there is no room for other data before it', async () => {
    const full = Object.assign(area, {
      set: async (items: Items) => {
        if ('unfinished' in items) throw new Error('QUOTA_BYTES quota exceeded');
        return MemoryArea.prototype.set.call(area, items);
      },
    });
    await crashProof(full).set({ a: '1' });
    expect(area.contents()).toEqual({ a: '1' });
  });
});
