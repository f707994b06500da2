import type { Header, Profile, Source } from '../schema/snapshot.ts';
import { type ActionPreview, previewActions } from '../status/actions.ts';
import { assessSource } from '../status/assess.ts';
import type { Assessment } from '../status/vocabulary.ts';

/** A source and everything derived from it. */
export interface Review {
  source: Source;
  /** The header of the source's snapshot. */
  header: Header;
  profile: Profile | undefined;
  assessment: Assessment;
  actions: ActionPreview[];
}

/** What is known about the open source. `unread`: the browser didn't return it. */
export type SourceState = { state: 'loading' | 'unreadable' | 'unread' } | ({ state: 'ready' } & Review);

export function reviewSource(source: Source, header: Header): Review {
  const { generated_at, profiles } = header;
  const profile = profiles.find(({ id }) => id === source.profile_id);
  const assessment = assessSource(source, new Date(generated_at));
  const role = profile?.role === 'editor' ? 'editor' : 'viewer';
  return { source, header, profile, assessment, actions: previewActions(source, role, assessment) };
}
