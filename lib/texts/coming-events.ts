import type { Upcoming } from '../status/vocabulary.ts';

/** The words of the list that *Coming up* opens. */
export const comingEventsTexts = {
  /** @param version of the API, where it is known */
  what: (what: Upcoming, version = '') => {
    if (what === 'version_ends') return `API version${version && ` ${version}`} ends`;
    return UPCOMING_WORDS[what];
  },
  more: (count: number) => `Show ${count} more`,
};

const UPCOMING_WORDS: Record<Exclude<Upcoming, 'version_ends'>, string> = {
  limit_lifts: 'request limit ends',
  sync_due: 'next sync due',
  sign_in_ends: 'sign-in ends',
  renewal_ends: 'sign-in can no longer be renewed',
};
