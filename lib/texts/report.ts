/** The words that only the report uses. */
import { sources } from './plurals.ts';

const isOrAre = (count: number) => (count === 1 ? 'is' : 'are');

export const reportTexts = {
  title: (needAction: number, total: number, unreadable: number) => {
    const count = needAction === 0 ? 'None' : String(needAction);
    const need = needAction === 1 || (needAction === 0 && total === 1) ? 'needs' : 'need';
    const answer = `${count} of ${sources(total)} ${need} action`;
    return `${answer}${unreadable > 0 ? `, ${unreadable} cannot be read` : ''}`;
  },
  unreadable: (count: number) =>
    `${sources(count)} of this snapshot cannot be read, so whether ${
      count === 1 ? 'it belongs' : 'they belong'
    } here is not known.`,
  inDetail: (shown: number, total: number) =>
    `In detail: the first ${shown} of the ${total} sources that need action.`,
  others: 'Other sources',
  moreSources: (count: number) =>
    `And ${sources(count)} that ${isOrAre(count)} left out here. Filter the list for a report of ${count === 1 ? 'it' : 'them'}.`,
  notReadNow: 'This source cannot be read.',
  differs: (health: string) => `The list still says: ${health}.`,

  occasion: (instant: string, version: string) => `Snapshot taken ${instant}, extension version ${version}.`,
  source: 'Source',
  profile: 'Profile',
  platform: 'Platform',
  connection: 'Connection',
  stopReason: 'Reason given',
  notReported: 'Not reported',
  finality: 'How final',
  activity: 'Now',
  status: 'Status',
  cause: 'Cause',
  findings: 'Findings',
  moreFindings: (count: number) => `And ${count} more.`,
  suppressed: 'Does not count',
  because: (reason: string) => `because ${reason}.`,
  suggested: 'Suggested actions (preview only)',
  runs: (shown: number, total: number) =>
    shown < total ? `Sync history: the newest ${shown} of ${total} runs` : 'Sync history',
  started: 'Started',
  finished: 'Finished',
  noErrorCode: 'no code reported',
  sameError: 'the same as above',
  streams: 'Streams',
  stream: 'Stream',
  moreStreams: (count: number) => (count === 1 ? 'And 1 more stream.' : `And ${count} more streams.`),
  mapping: 'Mapping',
  accountsNotReported: 'Not reported.',
  moreAccounts: (count: number) => (count === 1 ? 'And 1 more account.' : `And ${count} more accounts.`),
};
