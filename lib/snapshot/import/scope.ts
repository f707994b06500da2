import type { Header, Source } from '../../schema/snapshot.ts';

/**
 * Only what belongs to an authorized Profile is stored or shown. The import keeps to it, and so does every read of
 * what is stored: it may have been edited by hand.
 */
export type Scope = ReadonlySet<string>;

export function scopeOf(header: Pick<Header, 'authorized_profile_ids'>): Scope {
  return new Set(header.authorized_profile_ids);
}

/** The header without the Profiles that are not authorized. */
export function scopeHeader(header: Header, scope: Scope): Header {
  return { ...header, profiles: header.profiles.filter(({ id }) => scope.has(id)) };
}

/** The source without the accounts of other Profiles; null if it is of another Profile itself. */
export function scopeSource(source: Source, scope: Scope): Source | null {
  if (!scope.has(source.profile_id)) return null;
  return {
    ...source,
    accounts: source.accounts?.filter(({ profile_id }) => scope.has(profile_id)) ?? null,
  };
}
