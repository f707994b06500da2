/** The words on the account that the ads console shows. An id is never shown whole: `end` is what may be seen of it. */
export const accountInFrontTexts = {
  /** Before the source's name, which is a link. */
  account: (end: string) => `Account …${end}:`,
  maybe: (end: string) => `Account …${end} may be in:`,
  /** After the name. @param status the source's health in words */
  status: (status: string) => `· ${status}`,
  /** @param platform its name: `TikTok Ads` */
  inNone: (end: string, platform: string, sources: number) => {
    const name = platform.replace(/ Ads$/, '');
    return sources === 1
      ? `Account …${end} is not in your ${name} source.`
      : `Account …${end} is in none of your ${sources} ${name} sources.`;
  },
  notSelected: (end: string) => `Account …${end} is known, and not selected.`,
};
