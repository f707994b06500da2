import { EVERYWHERE_ERRORS, type KnownError, PLATFORM_ERRORS } from './known-errors.ts';
import { codeKey, readCodes } from './spellings.ts';

type Index = ReadonlyMap<string, KnownError>;

const EVERYWHERE = indexed(EVERYWHERE_ERRORS);
const PLATFORMS: ReadonlyMap<string, Index> = new Map(
  PLATFORM_ERRORS.map(([platform, errors]) => [platform, indexed(errors)]),
);

/** The meaning of the most likely code that a table has: the platform's own table first, then the common one. */
export function findError(platform: string, code: string | null): KnownError | null {
  const own = PLATFORMS.get(platform);
  for (const key of readCodes(code ?? '')) {
    const error = own?.get(key) ?? EVERYWHERE.get(key);
    if (error !== undefined) return error;
  }
  return null;
}

/** A range, `200–299`, covers each number in it that is not listed on its own. */
function indexed(errors: readonly KnownError[]): Index {
  const index = new Map<string, KnownError>();
  const byCode = errors.flatMap((error) => error.slice(2).map((code) => [code, error] as const));
  for (const [code, error] of byCode) {
    const [, from, to] = /^(\d+)–(\d+)$/.exec(code) ?? [];
    for (let number = Number(from); number <= Number(to); number += 1) index.set(`${number}`, error);
  }
  for (const [code, error] of byCode) index.set(codeKey(code), error);
  return index;
}
