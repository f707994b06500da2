/** The words of the list and of what is always in sight, loaded first. Sentences that hold a fact of a source are the rules' own. */
import type { Problem } from '../snapshot/import/problems.ts';
import { DIRECTIONS, type Direction } from '../snapshot/rows/since.ts';
import type { Health } from '../status/vocabulary.ts';
import { sources } from './plurals.ts';

export const texts = {
  mockStrip: 'Mock data · previews only, nothing here runs',
  loading: 'Reading the snapshot…',
  settings: 'Display and keyboard',

  snapshotTaken: 'Taken',
  snapshotOld: 'Old: taken',

  list: {
    needAction: (count: number, total: number) =>
      count === 0
        ? `None of ${sources(total)} ${total === 1 ? 'needs' : 'need'} action.`
        : `${count} of ${sources(total)} ${count === 1 ? 'needs' : 'need'} action.`,
    numbersAffected: (count: number) =>
      count === 0
        ? 'No numbers are hidden, missing or late.'
        : `Numbers of ${sources(count)} are hidden, missing or late.`,
    changed: (more: number, fewer: number) =>
      [
        more > 0 && `${sources(more)} now ${more === 1 ? 'needs' : 'need'} action.`,
        fewer > 0 && `${sources(fewer)} no longer ${fewer === 1 ? 'needs' : 'need'} action.`,
      ]
        .filter(Boolean)
        .join(' '),
    since: (moved: ReadonlyMap<Direction, number>, gone: number) => {
      const parts = DIRECTIONS.filter((direction) => moved.has(direction)).map(
        (direction) => `${moved.get(direction)} ${direction === 'other' ? 'changed' : direction}`,
      );
      return `Since the snapshot before: ${[...parts, ...(gone > 0 ? [`${gone} gone`] : [])].join(', ')}.`;
    },
    sinceSeen: 'Got it',
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
        needAction > 0 && `${needAction} ${needAction === 1 ? 'needs' : 'need'} action`,
        warnings > 0 && `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
      ]
        .filter(Boolean)
        .join(', ') || 'nothing to do',
    none: 'This snapshot holds no source.',
    lastSuccess: (age: string) => `last success ${age}`,
    noLastSuccess: 'last success not known',
    more: (count: number) => `and ${count} more`,
    unreadable: 'One source cannot be read.',
    unreadableHelp: ({ path, message }: Problem) =>
      `Its stored data is damaged: ${path || 'the text'} ${message}. The others work. Load the fixtures to repair it.`,
  },

  following: {
    ask: 'Follow my ads console',
    asksFirst: 'your browser asks first',
    denied: 'Not allowed, so nothing is followed. The choice of a platform does the same by hand.',
    ended: 'No longer allowed to know your ads console, so nothing is followed.',
    askAgain: 'Follow after all',
    nothingInFront: 'No ads console in front.',
    count: (of: number, total: number) =>
      of === 0 ? `none of ${sources(total)} is from there` : `${of} of ${sources(total)}`,
    narrowed: (console: string, of: number, total: number) => `${console}: ${of} of ${sources(total)}.`,
    open: (name: string) => `open ${name}`,
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
    emptyHelp: 'Load the fixtures to see what the panel shows.',
    newer: 'A newer version of this extension stored this snapshot.',
    newerHelp: 'It is left as it is. Update the extension, or replace it by the fixtures.',
    damaged: 'The stored snapshot cannot be read.',
    damagedHelp: 'It is left as it is until you replace it by the fixtures.',
    launch: 'The panel could not start.',
    launchHelp: 'Close it and open it again. What is stored is left as it is.',
    reset: 'Load the fixtures',
  },

  data: { link: 'Data' },
};
