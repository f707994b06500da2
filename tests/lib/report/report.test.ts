import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anAccount, aQualityEntry, aRun, aSnapshot, aSource } from '../../../fixtures/builders.ts';
import { SCENARIOS } from '../../../fixtures/scenarios.ts';
import { reportOfAll, reportOfSource } from '../../../lib/report/report.ts';
import { reviewSource } from '../../../lib/report/review.ts';
import type { Snapshot } from '../../../lib/schema/snapshot.ts';
import { importSnapshot } from '../../../lib/snapshot/import.ts';
import { needsAction } from '../../../lib/status/summarise.ts';

const occasion = ({ generated_at }: Snapshot) => ({ generatedAt: generated_at, version: '0.1.0' });

/** What an import makes of it. @throws where it refuses */
function imported(snapshot: unknown): Snapshot {
  const result = importSnapshot(JSON.stringify(snapshot));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.snapshot;
}

function reportsOf(snapshot: Snapshot): string[] {
  return snapshot.sources.map((source) => reportOfSource(reviewSource(source, snapshot), occasion(snapshot)));
}

function reportOfWhatNeedsAction(snapshot: Snapshot): string {
  const reviews = snapshot.sources.map((source) => reviewSource(source, snapshot));
  // As the list has it: by Profile.
  const due = reviews
    .filter(({ assessment }) => needsAction(assessment))
    .sort((a, b) => String(a.profile?.name).localeCompare(String(b.profile?.name)));
  return reportOfAll(due, reviews.length, occasion(snapshot));
}

const load = async (id: string) => imported(await SCENARIOS.find((scenario) => scenario.id === id)?.load());

// Each file is read by a person before it is taken over.
describe('the report of the main source', () => {
  test.each(SCENARIOS.filter(({ id }) => id !== 'empty'))('of $id', async ({ id }) => {
    const [report] = reportsOf(await load(id));
    await expect(report).toMatchFileSnapshot(`reports/${id}.md`);
  });
});

test('the report of all that need action', async () => {
  const report = reportOfWhatNeedsAction(await load('a-teams-morning'));
  await expect(report).toMatchFileSnapshot('reports/what-needs-action.md');
});

describe('what can not get in', () => {
  const everyReport = (snapshot: Snapshot) =>
    [...reportsOf(snapshot), reportOfWhatNeedsAction(snapshot)].join('\n');

  test('a secret: the import refuses it wherever it stands', () => {
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
    // By line: how deep a heading, how many columns of a table, or whether it is an item of a list.
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
    { numRuns: 300 },
  );
});
