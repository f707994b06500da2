/** What is wrong with the stored data or the panel, and what helps. The toolbar button uses some of it too. */
export const troubleTexts = {
  empty: 'Nothing is stored yet.',
  emptyHelp: 'Load the sample data to see what the panel shows.',
  newer: 'This snapshot was stored by a newer version of this extension.',
  newerHelp: 'It is left as it is. Update the extension, or replace the snapshot.',
  damaged: 'The stored snapshot cannot be read.',
  damagedHelp: 'It is left as it is until you replace it.',
  unread: 'The browser did not return the stored snapshot.',
  unreadHelp: 'Nothing is lost. Try again, or close the panel and open it again.',
  tryAgain: 'Try again',
  launch: 'The panel could not start.',
  broken: 'This part of the panel does not work.',
  brokenHelp: 'Your stored data is left as it is.',
  cause: 'Cause:',
  reload: 'Reload',
  load: 'Load sample data',
  replaceAll: 'Replace everything with sample data',
};
