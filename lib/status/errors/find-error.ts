import { EVERYWHERE_ERRORS, type KnownError, PLATFORM_ERRORS } from './known-errors.ts';
import { codeKey, readCodes } from './spellings.ts';

type Index = ReadonlyMap<string, KnownError>;

const EVERYWHERE = indexed(EVERYWHERE_ERRORS);
const PLATFORMS: ReadonlyMap<string, Index> = new Map(
  PLATFORM_ERRORS.map(([platform, errors]) => [platform, indexed(errors)]),
);

/** What a code stands for: in the platform's own table, else in what means the same everywhere. */
export function findError(platform: string, code: string | null): KnownError | null {
  const codes = readCodes(code ?? '');
  for (const index of [PLATFORMS.get(platform), EVERYWHERE]) {
    for (const key of codes) {
      const error = index?.get(key);
      if (error !== undefined) return error;
    }
  }
  return null;
}

/** A range, `200–299`, stands for each number in it that is not listed by itself. */
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
