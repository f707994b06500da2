import type { ErrorRow } from './error-table.ts';
import { EVERYWHERE_ROWS } from './everywhere.ts';
import { codeKey, readCodes } from './spellings.ts';
import { PLATFORM_ROWS } from './tables.ts';

type Index = ReadonlyMap<string, ErrorRow>;

const EVERYWHERE = indexed(EVERYWHERE_ROWS);
const PLATFORMS: ReadonlyMap<string, Index> = new Map(
  [...PLATFORM_ROWS].map(([platform, rows]) => [platform, indexed(rows)]),
);

/** The row of the likeliest code that has one: in the platform's own table, else in what means the same everywhere. */
export function findRow(platform: string, code: string | null): ErrorRow | null {
  const own = PLATFORMS.get(platform);
  for (const key of readCodes(code ?? '')) {
    const row = own?.get(key) ?? EVERYWHERE.get(key);
    if (row !== undefined) return row;
  }
  return null;
}

/** A row of a range, `200–299`, stands for each number in it that has no row of its own. */
function indexed(rows: readonly ErrorRow[]): Index {
  const index = new Map<string, ErrorRow>();
  for (const row of rows) {
    const [, from, to] = /^(\d+)–(\d+)$/.exec(row[0]) ?? [];
    for (let number = Number(from); number <= Number(to); number += 1) index.set(`${number}`, row);
  }
  for (const row of rows) index.set(codeKey(row[0]), row);
  return index;
}
