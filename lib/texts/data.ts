/** The words of the Data place. */
import { CONSOLE_NAMES } from '../consoles.ts';
import type { Outcome } from '../panel/data.ts';
import { sources } from './plurals.ts';

const profiles = (count: number) => (count === 1 ? '1 Profile' : `${count} Profiles`);

/** What the last thing asked for in the Data place did. */
function sentenceOf(outcome: Outcome): string {
  switch (outcome.done) {
    case 'undone':
      return `“${outcome.name}” is taken back: the snapshot from before is there again.`;
    case 'overtaken':
      return 'Not taken back: another window has changed the snapshot since.';
    case 'tooLarge':
      return 'It does not fit into the extension’s storage. Nothing was changed.';
    case 'failed':
      return 'That did not work. Nothing was changed.';
    case 'unread':
      return `“${outcome.name}” cannot be read as a file. Nothing was changed.`;
    case 'refused':
      return `“${outcome.name}” was refused. Nothing was changed.`;
    case 'nothingToExport':
      return 'There is no snapshot that could be exported.';
    case 'exported':
      return sentence(
        `Exported ${sizeOf(outcome)} as “${outcome.name}”`,
        outcome.unreadable > 0 &&
          `${sources(outcome.unreadable)} that cannot be read ${were(outcome.unreadable)} left out`,
      );
    default:
      return sentence(
        `${CHANGES[outcome.done]} “${outcome.name}”: ${sizeOf(outcome)}`,
        outcome.masked > 0 &&
          `${counted(outcome.masked, 'reference or number', 'references or numbers')} masked`,
        outcome.leftOut > 0 &&
          `${counted(outcome.leftOut, 'source or account outside your Profiles', 'sources or accounts outside your Profiles')} left out`,
      );
  }
}

const CHANGES = { loaded: 'Loaded', imported: 'Imported', reset: 'Reset to' };

const were = (count: number) => (count === 1 ? 'was' : 'were');
const counted = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many} ${were(count)}`;
const sizeOf = (size: { sources: number; profiles: number }) =>
  `${sources(size.sources)} in ${profiles(size.profiles)}`;
const sentence = (...parts: (string | false)[]) => `${parts.filter(Boolean).join('; ')}.`;

export const dataTexts = {
  title: 'Data',
  intro: 'Mock data to look at. Whatever you load here, nothing is sent, run or contacted.',
  outcome: sentenceOf,
  working: 'One moment…',
  showSources: 'Show the sources',
  undo: 'Undo',
  undoEarlier: (name: string) => `Undo “${name}”`,
  wholeText: 'The whole text',
  firstProblems: (count: number) => `These are the first ${count}. There may be more when they are mended.`,

  importTitle: 'Import a snapshot',
  importHelp: 'A JSON file of at most 8 MiB. Choose it, drop it anywhere on the panel, or paste its text.',
  choose: 'Choose a file',
  paste: 'Paste the text',
  pasted: 'the pasted text',

  keepTitle: 'Export and reset',
  export: 'Export',
  exportHelp: 'What is stored now, as a file that imports again to the same.',
  reset: 'Reset',
  resetHelp: 'Back to what a fresh installation shows.',

  scenariosHelp: (count: number) => `${count} scenarios. Each is loaded as if it had been taken just now.`,
  groups: { start: 'Start here', rules: 'One per rule', states: 'States of the panel' },
  load: 'Load',

  aboutTitle: 'About',
  version: 'Version',

  following: {
    title: 'Ads console',
    what: 'With your permission, the list shows the sources of the ads console in the tab in front, and goes back to what you had when you leave it.',
    sites: `It knows ${CONSOLE_NAMES.join(', ')}.`,
    permission:
      'Your browser will ask for more than is used: it knows no smaller permission. The panel looks which console it is, changes nothing there, and stores nothing about your tabs.',
    on: 'The panel follows your ads console. You can take the permission back here or in the browser’s settings.',
  },
};
