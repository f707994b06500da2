import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anAccount, aQualityEntry, aRun, aSnapshot, aSource } from '../../../fixtures/builders.ts';
import { SCENARIOS } from '../../../fixtures/scenarios.ts';
import {
  type ListedSource,
  type ListReport,
  reportOfList,
  reportOfSource,
} from '../../../lib/report/report.ts';
import { reviewSource } from '../../../lib/report/review.ts';
import type { Snapshot, Source } from '../../../lib/schema/snapshot.ts';
import { importSnapshot } from '../../../lib/snapshot/import.ts';
import { rowOf } from '../../../lib/snapshot/rows/row-of.ts';
import { needsAction, summarise } from '../../../lib/status/summarise.ts';
import { readHtml, referencesIn, renderedMarkdown } from './rendered.ts';

const occasion = ({ generated_at, mock }: Snapshot) => ({
  generatedAt: generated_at,
  mock,
  version: '0.1.0',
});

/** The imported snapshot. @throws if the import refuses it */
function imported(snapshot: unknown): Snapshot {
  const result = importSnapshot(JSON.stringify(snapshot));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.snapshot;
}

function reportsOf(snapshot: Snapshot): string[] {
  return snapshot.sources.map(
    (source) => reportOfSource(reviewSource(source, snapshot), occasion(snapshot)).text,
  );
}

/** The unfiltered list's report: the sources that need action, by Profile. */
function reportOfWhatNeedsAction(snapshot: Snapshot): string {
  const reviews = snapshot.sources.map((source) => reviewSource(source, snapshot));
  const detailed = reviews
    .filter(({ assessment }) => needsAction(assessment))
    .sort((a, b) => String(a.profile?.name).localeCompare(String(b.profile?.name)))
    .map((review) => ({ listed: listed(review.source, snapshot), review }));
  const summary = summarise(reviews.map(({ assessment }) => assessment));
  return reportOfList({ scope: '', summary, unreadable: 0, detailed, others: [] }, occasion(snapshot)).text;
}

function listed(source: Source, { generated_at, profiles }: Snapshot): ListedSource {
  const profile = profiles.find(({ id }) => id === source.profile_id)?.name ?? '';
  return { ...rowOf(source, new Date(generated_at)), profile };
}

const load = async (id: string) => imported(await SCENARIOS.find((scenario) => scenario.id === id)?.load());

// A person reads each file before it is accepted.
describe('the report of the main source', () => {
  test.each(SCENARIOS.filter(({ id }) => id !== 'empty'))('of $id', async ({ id }) => {
    const [report] = reportsOf(await load(id));
    await expect(report).toMatchFileSnapshot(`reports/${id}.md`);
  });
});

test('the report of all sources that need action', async () => {
  const report = reportOfWhatNeedsAction(await load('a-teams-morning'));
  await expect(report).toMatchFileSnapshot('reports/what-needs-action.md');
});

describe('a report of part of the list', () => {
  const snapshot = aSnapshot({
    sources: Array.from({ length: 200 }, (_, at) =>
      aSource({ id: `secret-id-${at}`, name: `Source ${at}`, connection: at < 15 ? 'revoked' : 'connected' }),
    ),
  });
  const all = snapshot.sources.map((source) => listed(source, snapshot));
  const detailed = snapshot.sources.slice(0, 10).map((source, at) => ({
    listed: all[at] ?? listed(source, snapshot),
    review: reviewSource(source, snapshot),
  }));
  const part = { scope: 'Profile France', summary: summarise(all), unreadable: 0, detailed };
  const reportOf = (change: Partial<ListReport> = {}) =>
    reportOfList({ ...part, others: all.slice(10), ...change }, occasion(snapshot)).text;

  test('says so in its title', () => {
    expect(reportOf()).toMatch(/^# Profile France: 15 of 200 sources need action\n/);
    const one = { ...summarise(all), total: 1, needsAction: 1 };
    expect(reportOf({ summary: one })).toMatch(/^# Profile France: 1 of 1 source needs action\n/);
    const none = { ...summarise(all), total: 2, needsAction: 0 };
    expect(reportOf({ summary: none, detailed: [] })).toMatch(
      /^# Profile France: None of 2 sources need action\n/,
    );
  });

  test('a scope cannot be markup, nor change the title’s direction', () => {
    expect(reportOf({ scope: '“@team *x*”' })).toMatch(/^# `“@team` \\\*x\\\*”: 15 of/);
    expect(reportOf({ scope: 'متجر' })).toMatch(/^# \u2068متجر\u2069: 15 of/);
  });

  test('stays bounded, and says what it omits', () => {
    const report = reportOf();
    expect(report.match(/^## .*/gm)).toHaveLength(11);
    expect(report).toContain('In detail: the first 10 of the 15 sources that need action.');
    expect(report.match(/^\| Source \d+ \|/gm)).toHaveLength(100);
    expect(report).toContain('And 90 sources that are left out here. Filter the list for a report of them.');
    expect(report.length).toBeLessThan(32_767);
  });

  test('counts unreadable sources, as part of the whole or possibly of this part', () => {
    expect(reportOf({ scope: '', unreadable: 1 })).toMatch(
      /^# 15 of 201 sources need action, 1 cannot be read\n/,
    );
    const report = reportOf({ unreadable: 1 });
    expect(report).toMatch(/^# Profile France: 15 of 200 sources need action\n/);
    expect(report).toContain(
      '1 source of this snapshot cannot be read, so whether it belongs here is not known.',
    );
  });

  test('keeps the place of a source that can no longer be read, and says if a verdict has changed', () => {
    const first = all[0];
    if (first === undefined) throw new Error('No source');
    expect(reportOf({ detailed: [{ listed: first, review: null }] })).toContain(
      '## Source 0\n\nThis source cannot be read.',
    );
    const better = reviewSource(aSource(), snapshot);
    expect(reportOf({ detailed: [{ listed: first, review: better }] })).toContain(
      'The list still says: Error.',
    );
  });

  test('contains no id', () => {
    expect(reportOf()).not.toMatch(/secret-id|profile-france/);
    const orphan = reviewSource(aSource({ profile_id: 'secret-id' }), snapshot);
    expect(reportOfSource(orphan, occasion(snapshot)).text).not.toContain('secret-id');
  });
});

describe('what is not reported', () => {
  const reportOf = (overrides: Parameters<typeof aSource>[0]) => {
    const snapshot = imported(aSnapshot({ sources: [aSource(overrides)] }));
    return String(reportsOf(snapshot)[0]);
  };

  test('accounts: null is not none', () => {
    expect(reportOf({ accounts: null })).toContain('## External accounts\n\nNot reported.');
    expect(reportOf({ accounts: [] })).toContain('No account was found.');
  });

  test('an error without a code, or without a message', () => {
    const run = (code: string | null, message: string | null) => [
      aRun({ status: 'failed', error: { code, message } }),
    ];
    expect(reportOf({ sync_history: run(null, 'Try later') })).toContain('| no code reported. “Try later” |');
    expect(reportOf({ sync_history: run('40002', null) })).toMatch(/\| `40002` · [^|]* — [^|]*\. \|$/m);
  });

  test('a sign-in and a schedule', () => {
    expect(reportOf({ token: null, schedule: null })).not.toMatch(/null|undefined|NaN/);
  });
});

test('the reason of a stop and the streams are in the report', () => {
  const source = aSource({
    enabled: false,
    disabled_by: 'billing',
    disabled_reason: 'Invoice @open',
    streams: [
      { name: 'ad_insights', last_successful_sync: '2026-11-20T07:00:00+01:00', error: null },
      { name: 'videos', last_successful_sync: null, error: { code: null, message: 'Not [allowed]' } },
    ],
  });
  const [report] = reportsOf(aSnapshot({ sources: [source] }));
  expect(report).toContain('- **Reason given:** Invoice `@open`');
  expect(report).toContain('| ad_insights | 2026-11-20T06:00:00Z | — |');
  expect(report).toContain('| videos | — | no code reported. “Not \\[`allowed`\\]” |');
});

test('imported data is not called mock data', () => {
  const [report] = reportsOf(aSnapshot({ mock: false }));
  expect(report).toContain('Imported data · previews only, nothing here runs. Snapshot taken');
  expect(report).not.toMatch(/mock/i);
});

test('every report is the same in Markdown and in HTML, and a ticket system finds nothing in it', async () => {
  for (const { id } of SCENARIOS) {
    const snapshot = await load(id);
    for (const source of snapshot.sources) {
      const report = reportOfSource(reviewSource(source, snapshot), occasion(snapshot));
      const [markdown, html] = [renderedMarkdown(report.text), readHtml(report.html)];
      expect(html.text).toBe(markdown.text);
      expect(referencesIn(markdown)).toEqual([]);
      expect(referencesIn(html)).toEqual([]);
    }
  }
});

describe('what cannot get in', () => {
  const everyReport = (snapshot: Snapshot) =>
    [...reportsOf(snapshot), reportOfWhatNeedsAction(snapshot)].join('\n');

  test('a secret: the import refuses it wherever it is', () => {
    const secret = 'shpat_0123456789abcdef0123456789abcdef';
    for (const source of [
      aSource({ name: secret }),
      aSource({ platform: secret }),
      aSource({ technical: { api_version: secret } }),
      aSource({ accounts: [anAccount({ name: secret })] }),
      aSource({ accounts: [anAccount({ masked_ref: secret })] }),
      aSource({ data_quality: [aQualityEntry({ message: `token ${secret}` })] }),
      aSource({ sync_history: [aRun({ error: { code: '1', message: `with ${secret}` } })] }),
    ]) {
      expect(() => imported(aSnapshot({ sources: [source] }))).toThrow('holds what looks like a token');
    }
  });

  test('an unmasked reference, or an account number in a text', () => {
    const number = '7123456789012345678';
    const source = aSource({
      name: `Shop ${number}`,
      data_quality: [aQualityEntry({ severity: 'ERROR', message: `Account ${number} stopped.` })],
      sync_history: [aRun({ status: 'failed', error: { code: '40002', message: `of ${number}` } })],
      accounts: [
        anAccount({ name: `Ads ${number}`, masked_ref: 'act_4821734' }),
        anAccount({ masked_ref: number }),
      ],
    });
    const report = everyReport(imported(aSnapshot({ sources: [source] })));
    expect(report).not.toContain('712345');
    expect(report).not.toContain('act_');
    expect(report).toContain('•••5678');
    expect(report).toContain('•••1734');
  });

  test('what is outside the authorized Profiles', async () => {
    const outside = SCENARIOS.find(({ id }) => id === 'outside-profiles');
    expect(JSON.stringify(await outside?.load())).toContain('Outside Profile');
    const report = everyReport(await load('outside-profiles'));
    expect(report).toContain('# ');
    expect(report).not.toMatch(/outside/i);
  });
});

test('no name, message or code changes the outline or the tables', () => {
  const anything = fc.string({
    minLength: 1,
    maxLength: 12,
    unit: fc.oneof(
      fc.constantFrom('|', '\\', '`', '\n', '\r', '\u2028', '#', '-', '*', '<', '# ', '| --- |'),
      fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
    ),
  });
  const outlineOf = (text: (part: string) => string) => {
    const source = aSource({
      name: text('name'),
      platform: text('platform'),
      connection: text('connection'),
      technical: { api_version: text('version'), mapping_status: text('mapping') },
      data_quality: [aQualityEntry({ severity: 'ERROR', code: text('code'), message: text('message') })],
      sync_history: [aRun({ status: text('status'), error: { code: text('error'), message: text('why') } })],
      accounts: [anAccount({ name: text('account'), masked_ref: text('ref') })],
    });
    const snapshot = aSnapshot({ sources: [source] });
    // For each line: the heading's level, the number of table columns, or whether it is a list item.
    return reportsOf(snapshot)[0]
      ?.split(/[\n\r\u2028\u2029]/u)
      .map(
        (line) =>
          /^#+|^-|^\d\.|^$/.exec(line)?.[0] ??
          (line.startsWith('|') ? line.match(/(?<!\\)\|/g)?.length : 'text'),
      );
  };
  const plain = outlineOf((part) => part);
  expect(plain).toContain(9);
  fc.assert(
    fc.property(fc.infiniteStream(anything), (stream) => {
      expect(outlineOf((part) => part + stream.next().value + part)).toEqual(plain);
    }),
    { numRuns: 150 },
  );
});
