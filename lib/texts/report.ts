/** The words of the report that no place of the panel has. */
export const reportTexts = {
  occasion: (instant: string, version: string) => `Snapshot taken ${instant}, extension version ${version}.`,
  profile: 'Profile',
  platform: 'Platform',
  connection: 'Connection',
  activity: 'Now',
  findings: 'Findings',
  suppressed: 'Does not count',
  because: (reason: string) => `because ${reason}.`,
  suggested: 'Suggested actions (preview only)',
  runs: (shown: number, total: number) =>
    shown < total ? `Sync history: the newest ${shown} of ${total} runs` : 'Sync history',
  started: 'Started',
  finished: 'Finished',
  sameError: 'the same as above',
  mapping: 'Mapping',
  moreAccounts: (count: number) => (count === 1 ? 'And 1 more account.' : `And ${count} more accounts.`),
};
