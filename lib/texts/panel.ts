/** The words of the list and of what is always in sight, loaded first. Sentences that hold a fact of a source are the rules' own. */
import type { Health } from '../status/vocabulary.ts';
import { sources } from './plurals.ts';

const needs = (count: number) => (count === 1 ? 'needs' : 'need');

export const texts = {
  mockStrip: 'Mock data · previews only, nothing here runs',
  importedStrip: 'Imported data · previews only, nothing here runs',
  loading: 'Reading the snapshot…',
  settings: 'Display and keyboard',

  snapshotAge: { fresh: 'Taken', old: 'Old: taken', future: 'Taken in the future by your clock:' },

  list: {
    /** Where a Profile or a platform is chosen: what cannot be read may belong to it. */
    unreadableElsewhere: (count: number) => `${sources(count)} that cannot be read may belong here too.`,
    changed: (more: number, fewer: number) =>
      [
        more > 0 && `${sources(more)} now ${needs(more)} action.`,
        fewer > 0 && `${sources(fewer)} no longer ${needs(fewer)} action.`,
      ]
        .filter(Boolean)
        .join(' '),
    since: (moved: readonly { direction: string; count: number }[], gone: number) => {
      const parts = moved.map(
        ({ direction, count }) => `${count} ${direction === 'other' ? 'changed' : direction}`,
      );
      return `Since the last snapshot: ${[...parts, ...(gone > 0 ? [`${gone} gone`] : [])].join(', ')}.`;
    },
    sinceSeen: 'Got it',
    sinceNotStored: 'The browser could not store that, so it will be shown again.',
    change: {
      new: () => 'new',
      worse: (was: string) => `worse, was ${was.toLowerCase()}`,
      better: (was: string) => `better, was ${was.toLowerCase()}`,
      other: () => 'changed',
    },
    counts: 'Show by health',
    search: 'Search names, accounts, codes',
    profile: 'Profile',
    allProfiles: 'All Profiles',
    platform: 'Platform',
    allPlatforms: 'All platforms',
    showing: (found: number, total: number) => `Showing ${found} of ${sources(total)}.`,
    showAll: 'Show all',
    noneFound: 'No source matches.',
    groupState: (needAction: number, warnings: number) =>
      [
        needAction > 0 && `${needAction} ${needs(needAction)} action`,
        warnings > 0 && `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
      ]
        .filter(Boolean)
        .join(', ') || 'nothing to do',
    none: 'This snapshot holds no source.',
    noneLeft: 'No source matches the filters.',
    showMore: (count: number) => (count === 1 ? 'Show 1 more source' : `Show ${count} more sources`),
    lastSuccess: (age: string) => `last success ${age}`,
    noLastSuccess: 'last success not known',
    more: (count: number) => `and ${count} more`,
    /** @param position from 0 */
    unreadable: (position: number) => `Source ${position + 1} cannot be read.`,
    unreadableHelp: (path: string, message: string) =>
      `Its stored data is damaged: ${path || 'the text'} ${message}. The others work.`,
    moreUnreadable: (count: number) => `Show ${count} more that cannot be read`,
  },

  following: {
    ask: 'Follow my ads console',
    asksFirst: 'your browser asks first',
    denied: 'Not allowed, so nothing is followed. You can choose a platform yourself instead.',
    ended: 'No longer allowed to know your ads console, so nothing is followed.',
    askAgain: 'Follow after all',
    nothingInFront: 'No ads console in front.',
    count: (of: number, total: number) =>
      of === 0 ? `none of ${sources(total)} is from there` : `${of} of ${sources(total)}`,
    narrowed: (console: string, of: number, total: number) => `${console}: ${of} of ${sources(total)}.`,
    open: 'open',
    showAll: 'show all',
    showThese: 'show only these',
    stop: 'Stop following',
  },

  health: {
    error: 'Error',
    unknown: 'Unknown',
    warning: 'Warning',
    pending: 'Pending',
    healthy: 'Healthy',
    off: 'Off',
  } satisfies Record<Health | 'off', string>,

  disabled: 'disabled',
  activity: { queued: 'Sync queued', running: 'Sync running' },

  source: {
    back: 'All sources',
    gone: 'That source is not in the snapshot any more.',
  },

  report: {
    copied: 'Report copied.',
    refused: 'The browser does not let the panel copy. Copy the report from here:',
  },

  trouble: {
    empty: 'Nothing is stored yet.',
    emptyHelp: 'Load the sample data to see what the panel shows.',
    newer: 'A newer version of this extension stored this snapshot.',
    newerHelp: 'It is left as it is. Update the extension, or replace the snapshot.',
    damaged: 'The stored snapshot cannot be read.',
    damagedHelp: 'It is left as it is until you replace it.',
    unread: 'The browser does not give out what is stored.',
    unreadHelp: 'Nothing is lost by that. Try again, or close the panel and open it again.',
    tryAgain: 'Try again',
    launch: 'The panel could not start.',
    broken: 'This part of the panel does not work.',
    brokenHelp: 'What is stored is left as it is.',
    cause: 'Cause:',
    reload: 'Reload',
    load: 'Load sample data',
    replaceAll: 'Replace everything with sample data',
  },

  data: {
    link: 'Data',
    wait: 'The panel is still busy with what you asked for before. Wait until it is done, then try again.',
  },
};
