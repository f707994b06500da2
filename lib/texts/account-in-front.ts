/** The words about the account that the ads console shows. An id is never shown whole: `end` is the part to show. */
export const accountTexts = {
  /** Precedes the names of sources, which are links. */
  account: (end: string) => `Account …${end}: `,
  /** Follows a source's health. */
  maybe: 'may be this account',
  unselected: (end: string) => `Account …${end} is not selected in `,
  notSelected: (end: string) => `Account …${end} is known, and not selected.`,
  /** @param platform its name: `TikTok Ads` */
  none: (end: string, platform: string, sources: number) => {
    const name = platform.replace(/ Ads$/, '');
    return sources === 1
      ? `Account …${end} is not in your ${name} source.`
      : `Account …${end} is in none of your ${sources} ${name} sources.`;
  },
  more: (count: number) => `${count} more`,
};
