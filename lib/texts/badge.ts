/** The words that only the toolbar button uses. */
export const badgeTexts = {
  title: (words: string) => `Source Status Panel: ${words}`,
  old: 'The snapshot is more than a day old.',
  unchecked: 'Open the panel to see which sources need action.',
};
