import type { Header, Profile, Source } from '../schema/snapshot.ts';
import { type ActionPreview, previewActions } from '../status/actions.ts';
import { assessSource } from '../status/assess.ts';
import type { Assessment } from '../status/vocabulary.ts';

/** A source with all that follows from it. */
export interface Review {
  source: Source;
  /** Of the snapshot that holds the source. */
  header: Header;
  profile: Profile | undefined;
  assessment: Assessment;
  actions: ActionPreview[];
}

/** What is known of the open source. `unread`: the browser did not give it out. */
export type SourceState = { state: 'loading' | 'unreadable' | 'unread' } | ({ state: 'ready' } & Review);

export function reviewSource(source: Source, header: Header): Review {
  const { generated_at, profiles } = header;
  const profile = profiles.find(({ id }) => id === source.profile_id);
  const assessment = assessSource(source, new Date(generated_at));
  const role = profile?.role === 'editor' ? 'editor' : 'viewer';
  return { source, header, profile, assessment, actions: previewActions(source, role, assessment) };
}
