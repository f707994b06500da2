/** The words of Test data. */
import { isolate } from './isolate.ts';
import { sources } from './plurals.ts';

const profiles = (count: number) => (count === 1 ? '1 Profile' : `${count} Profiles`);
const were = (count: number) => (count === 1 ? 'was' : 'were');
const counted = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many} ${were(count)}`;
const sentence = (...parts: (string | false)[]) => `${parts.filter(Boolean).join('; ')}.`;
const quoted = (name: string) => `“${isolate(name)}”`;

/** @param verb what was done with the snapshot of that name */
const taken = (verb: string) => (given: Taken) => {
  const { name, masked, leftOut, reordered, isFileTime } = given;
  return sentence(
    `${verb} ${quoted(name)}: ${sizeOf(given)}`,
    reordered > 0 && `the runs of ${sources(reordered)} ${were(reordered)} put in order, newest first`,
    masked > 0 && `${counted(masked, 'value', 'values')} masked`,
    leftOut > 0 &&
      `${counted(leftOut, 'source or account outside your Profiles', 'sources or accounts outside your Profiles')} left out`,
    isFileTime === true && 'it does not say when it was made, so the time of the file counts',
  );
};

interface Taken extends Size {
  name: string;
  masked: number;
  leftOut: number;
  reordered: number;
  isFileTime?: boolean;
}

interface Size {
  sources: number;
  profiles: number;
}
const sizeOf = (size: Size) => `${sources(size.sources)} in ${profiles(size.profiles)}`;

export const dataTexts = {
  title: 'Test data',
  intro: 'Mock data to look at, and your own snapshots. Nothing is sent anywhere, and nothing runs.',
  outcomes: {
    loaded: taken('Loaded'),
    imported: taken('Imported'),
    reset: taken('Reset to'),
    exported: (name: string, size: Size, unreadable: number) =>
      sentence(
        `Exported ${sizeOf(size)} as ${quoted(name)}`,
        unreadable > 0 && `${sources(unreadable)} that cannot be read ${were(unreadable)} left out`,
      ),
    undone: 'Undone. The previous snapshot is back.',
    overtaken: 'Not undone: another window has changed the snapshot since.',
    refused: (name: string) => `${quoted(name)} was refused. Nothing was changed.`,
    unread: (name: string) => `${quoted(name)} cannot be read as a file. Nothing was changed.`,
    nothingToExport: 'There is no snapshot that could be exported.',
    tooLarge: 'It does not fit into the extension’s storage. Nothing was changed.',
    failed: 'That did not work. Nothing was changed.',
    changed: 'That did not work as it should, and the stored snapshot is not the one from before.',
    uncertain: 'That did not work, and the browser does not say whether anything was changed.',
    unanswered:
      'The browser does not answer. It may still finish this, so look at the list before you try again.',
  },
  working: 'One moment…',
  showSources: 'Show the sources',
  wholeText: 'The whole text',
  firstProblems: (count: number) => `These are the first ${count}. There may be more once they are fixed.`,

  importTitle: 'Import',
  importHelp:
    'A snapshot, or what Airbyte, Fivetran or dbt say about your sources, saved as JSON of at most 8 MiB each. Choose the file or files of one tool, drop them anywhere on the panel, or paste or type the text.',
  choose: 'Choose files',
  paste: 'Paste or type the text',
  pasted: 'Pasted text',
  typed: 'Typed text',
  importTyped: 'Import the typed text',

  keepTitle: 'Export and reset',
  export: 'Export',
  exportHelp: 'What is stored now, as a file that can be imported again.',
  reset: 'Reset',
  resetHelp: 'Back to what a fresh installation shows.',

  scenariosTitle: 'Scenarios',
  scenariosHelp: 'Each is loaded as if it had been taken just now.',
  search: 'Search scenarios',
  found: (count: number, total: number) => `${count} of ${total} scenarios`,
  scenariosFailed: 'The scenarios could not be loaded.',
  groups: { start: 'Start here', rules: 'One per rule', states: 'States of the panel' },
  load: 'Load',

  aboutTitle: 'About',
  version: 'Version',
  licences: 'Licences',
};
