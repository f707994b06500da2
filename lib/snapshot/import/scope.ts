import type { Header, Source } from '../../schema/snapshot.ts';

/**
 * Only what belongs to an authorized Profile is stored or shown. Both the import and every read of the storage apply
 * this, because the storage may have been edited by hand.
 */
export type Scope = ReadonlySet<string>;

export function scopeOf(header: Pick<Header, 'authorized_profile_ids'>): Scope {
  return new Set(header.authorized_profile_ids);
}

/** The header without the Profiles that are not authorized. */
export function scopeHeader(header: Header, scope: Scope): Header {
  return { ...header, profiles: header.profiles.filter(({ id }) => scope.has(id)) };
}

/** The source without other Profiles' accounts; null if the source itself belongs to another Profile. */
export function scopeSource(source: Source, scope: Scope): Source | null {
  if (!scope.has(source.profile_id)) return null;
  return {
    ...source,
    accounts: source.accounts?.filter(({ profile_id }) => scope.has(profile_id)) ?? null,
  };
}
