import type { Snapshot } from '../../schema/snapshot.ts';
import type { Problem } from './problems.ts';

/** What the schema can't express: ids are unique, and every named Profile exists. In the document's order. */
export function* referenceProblems({
  authorized_profile_ids,
  profiles,
  sources,
}: Snapshot): Generator<Problem> {
  yield* repeated(authorized_profile_ids, (index) => `authorized_profile_ids[${index}]`);
  yield* repeated(idsOf(profiles), (index) => `profiles[${index}].id`);
  yield* repeated(idsOf(sources), (index) => `sources[${index}].id`);
  const known = new Set(idsOf(profiles));
  for (const [index, id] of authorized_profile_ids.entries())
    if (!known.has(id)) yield { path: `authorized_profile_ids[${index}]`, message: NOT_LISTED };
  for (const [index, source] of sources.entries()) {
    const path = `sources[${index}]`;
    yield* unknown(source, path, known);
    for (const [a, account] of (source.accounts ?? []).entries())
      yield* unknown(account, `${path}.accounts[${a}]`, known);
  }
}

const NOT_LISTED = 'names a Profile that is not in the list of profiles';

function* unknown(
  holder: { profile_id: string },
  path: string,
  known: ReadonlySet<string>,
): Generator<Problem> {
  if (known.has(holder.profile_id)) return;
  yield { path: `${path}.profile_id`, message: NOT_LISTED };
}

function* repeated(ids: string[], pathOf: (index: number) => string): Generator<Problem> {
  const firsts = new Map<string, number>();
  for (const [index, id] of ids.entries()) {
    const first = firsts.get(id);
    if (first === undefined) firsts.set(id, index);
    else yield { path: pathOf(index), message: `is the same as ${pathOf(first)}` };
  }
}

function idsOf(items: { id: string }[]): string[] {
  return items.map(({ id }) => id);
}
