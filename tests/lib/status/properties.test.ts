import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { MOST } from '../../../lib/schema/plain.ts';
import { type Source, sourceSchema } from '../../../lib/schema/snapshot.ts';
import { previewActions } from '../../../lib/status/actions.ts';
import { assessSource } from '../../../lib/status/assess.ts';
import { timeOfRun } from '../../../lib/status/instants.ts';
import { KNOWN_WORDS } from '../../../lib/status/known-words.ts';
import { RULES } from '../../../lib/status/rules.ts';
import { ACTION_IDS, EFFECTS, type Finding, NUMBERS } from '../../../lib/status/vocabulary.ts';
import { anySource, asOf, moved } from './arbitrary-source.ts';
import { DAY } from './verdicts.ts';

// A second or two; a busy machine may take many times that.
vi.setConfig({ testTimeout: 60_000 });

const answer = (source: Source, at = asOf) => {
  const assessment = assessSource(source, at);
  return { assessment, previews: previewActions(source, 'editor', assessment) };
};

function holdsForAny(name: string, property: (source: Source) => void): void {
  test(name, () => fc.assert(fc.property(anySource, property), { numRuns: 200 }));
}

holdsForAny('what is generated is what the schema parses', (source) => {
  expect(sourceSchema.safeParse(source)).toEqual({ success: true, data: source });
});

holdsForAny('the same source gives the same answer, and is left as it was', (source) => {
  const copy = structuredClone(source);
  expect(answer(copy)).toEqual(answer(source));
  expect(copy).toEqual(source);
});

holdsForAny('health is the worst effect, and the headline the first finding', (source) => {
  const { health, headline, findings } = answer(source).assessment;
  const ranks = findings.map((finding) => EFFECTS.indexOf(finding.effect));
  const worst = EFFECTS[Math.min(...ranks)] ?? 'info';
  expect(health).toBe(worst === 'info' ? 'healthy' : worst);
  expect(headline).toBe(findings[0] ?? null);
});

holdsForAny('findings are in rule order', (source) => {
  const places = RULES.map((entry) => ('code' in entry ? entry.code : entry.reported));
  const isReported = ({ code, message }: Finding) =>
    source.data_quality.some((entry) => entry.code === code && entry.message === message);
  const order = answer(source).assessment.findings.map((finding) =>
    places.indexOf(isReported(finding) ? finding.severity : finding.code),
  );
  expect(order).not.toContain(-1);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

holdsForAny(
  'what is set aside is by where the source is, and an enabled one sets nothing aside',
  (source) => {
    const found = (disabled_by: string, enabled = false) => {
      const { findings, suppressed } = answer({ ...source, enabled, disabled_by }).assessment;
      expect(new Set(suppressed.map(({ because }) => because)).size).toBeLessThan(2);
      return new Set(findings.map(({ code }) => code));
    };
    const codesOn = (...places: string[]) =>
      RULES.flatMap((entry) => ('code' in entry && places.includes(entry.countsOn) ? entry.code : []));
    const [whenOff, whenStopped] = [found('user'), found('system')];
    expect(codesOn('all but off', 'enabled only').filter((code) => whenOff.has(code))).toEqual([]);
    expect(codesOn('enabled only').filter((code) => whenStopped.has(code))).toEqual([]);
    expect(answer({ ...source, enabled: true }).assessment.suppressed).toEqual([]);
  },
);

holdsForAny('every sentence of a rule is whole, with no figure missing or below zero', (source) => {
  const reported = new Set(source.data_quality.map(({ message }) => message));
  for (const { message, nextStep } of answer(source).assessment.findings) {
    for (const sentence of [reported.has(message) ? [] : message, nextStep ?? []].flat()) {
      const ownWords = sentence.replace(/“.*”/s, '').replace(/\(.*\)/s, '');
      expect(ownWords).toMatch(/^[A-Z\d].*\.$/);
      expect(ownWords).not.toMatch(/NaN|null|undefined|Infinity|-\d/);
    }
  }
});

holdsForAny('each rule’s finding says what helps: an action or a next step, never both', (source) => {
  for (const { remedy, nextStep } of answer(source).assessment.findings) {
    expect([remedy, nextStep].filter((help) => help !== null)).toHaveLength(1);
  }
});

holdsForAny('the nine actions answer in order; what is suggested is allowed, ready and helps', (source) => {
  const { assessment } = answer(source);
  for (const role of ['editor', 'viewer'] as const) {
    const previews = previewActions(source, role, assessment);
    expect(previews.map(({ id }) => id)).toEqual([...ACTION_IDS]);
    for (const { id, decision, readiness, suggested } of previews) {
      expect(readiness.ready).toBe(readiness.reason === null);
      if (!suggested) continue;
      expect([decision, readiness.ready]).toEqual(['allowed', true]);
      const helped = previews.filter((one) => one.id === id || one.readiness.unblockedBy === id);
      expect(assessment.findings.some(({ remedy }) => helped.some((one) => one.id === remedy))).toBe(true);
    }
  }
});

holdsForAny(
  'nothing is called current that is disabled, hidden, not scheduled or without a known success',
  (source) => {
    const { numbers, lifecycle, lastSuccess } = answer(source).assessment;
    expect(NUMBERS).toContain(numbers);
    if (numbers !== 'current') return;
    expect(lifecycle).toBe('enabled');
    expect(lastSuccess).not.toBeNull();
    expect(source.schedule?.every_minutes).toBeTypeOf('number');
    expect([null, 'confirmed']).toContain(source.technical.mapping_status);
  },
);

test('a word it does not know, in a place that decides, is never healthy', () => {
  const known: string[] = Object.values(KNOWN_WORDS).flat();
  const unknown = fc
    .oneof(fc.constantFrom('constructor', '__proto__', 'toString'), fc.string({ minLength: 1 }))
    .filter((word) => !known.includes(word));
  const selected = {
    name: 'a',
    masked_ref: '•',
    selected: true,
    profile_id: 'a',
    mapping_status: 'confirmed',
  };
  const places: ((source: Source, word: string) => Source)[] = [
    (source, connection) => ({ ...source, connection }),
    (source, disabled_by) => ({ ...source, disabled_by }),
    (source, word) => ({ ...source, technical: { ...source.technical, api_version_review: word } }),
    (source, word) => ({ ...source, technical: { ...source.technical, mapping_status: word } }),
    (source, status) => ({ ...source, accounts: [{ ...selected, status }] }),
    (source, word) => ({ ...source, accounts: [{ ...selected, mapping_status: word }] }),
    (source, severity) => ({ ...source, data_quality: [{ severity, code: 'a', message: '' }] }),
    (source, status) => ({
      ...source,
      sync_history: newestRunsFirst(source).map((run, at) => (at === 0 ? { ...run, status } : run)),
    }),
  ];
  const withRuns = anySource.filter((source) => source.sync_history.length > 0);
  fc.assert(
    fc.property(withRuns, fc.constantFrom(...places), unknown, (source, place, word) => {
      expect(['error', 'unknown']).toContain(answer(place(source, word)).assessment.health);
    }),
    { numRuns: 400 },
  );
});

/** Dated runs only, each at a time of its own. */
function newestRunsFirst(source: Source) {
  const byTime = new Map(
    source.sync_history.flatMap((run) => {
      const time = timeOfRun(run);
      return time === null ? [] : [[Date.parse(time), run] as const];
    }),
  );
  const dated = [...byTime].sort(([a], [b]) => b - a).map(([, run]) => run);
  return dated.length > 0 ? dated : source.sync_history.slice(0, 1);
}

const shuffled = <T>(list: T[]) => fc.shuffledSubarray(list, { minLength: list.length });

test('the order of accounts, streams and reported entries does not matter', () => {
  const twice = anySource.chain((source) =>
    fc.tuple(
      fc.constant(source),
      shuffled(source.accounts ?? []),
      shuffled(source.streams ?? []),
      shuffled(source.data_quality),
    ),
  );
  fc.assert(
    fc.property(twice, ([source, accounts, streams, data_quality]) => {
      const other = {
        ...source,
        data_quality,
        accounts: source.accounts && accounts,
        ...(source.streams && { streams }),
      };
      expect(answer(other)).toEqual(answer(source));
    }),
    { numRuns: 200 },
  );
});

test('the place of dated runs does not matter', () => {
  const twice = anySource
    .map((source) => ({ ...source, sync_history: newestRunsFirst(source) }))
    .chain((source) => fc.tuple(fc.constant(source), shuffled(source.sync_history)));
  fc.assert(
    fc.property(twice, ([source, sync_history]) => {
      expect(answer({ ...source, sync_history })).toEqual(answer(source));
    }),
    { numRuns: 200 },
  );
});

test('moving every instant and the snapshot’s by the same time changes nothing but the last success', () => {
  // No instant may move into the year that means never.
  const step = fc.integer({ min: -20 * 365 * DAY, max: 900 * 365 * DAY });
  fc.assert(
    fc.property(anySource, step, (source, by) => {
      const there = answer(moved(source, by), new Date(asOf.getTime() + by));
      const here = answer(source);
      const { lastSuccess } = here.assessment;
      const then = there.assessment.lastSuccess;
      expect(then && Date.parse(then)).toBe(lastSuccess && Date.parse(lastSuccess) + by);
      expect({ ...there, assessment: { ...there.assessment, lastSuccess } }).toEqual(here);
    }),
    { numRuns: 200 },
  );
});

test('it answers with the most runs that a snapshot may hold, and as many entries, streams and accounts', () => {
  const repeated = <T>(list: T[]) =>
    list.length === 0
      ? []
      : Array.from({ length: MOST.sync_history }, (_, at) => list[at % list.length] as T);
  fc.assert(
    fc.property(anySource, (source) => {
      const { sync_history, data_quality, accounts, streams } = source;
      const { assessment, previews } = answer({
        ...source,
        sync_history: repeated(sync_history),
        data_quality: repeated(data_quality),
        streams: repeated(streams ?? []),
        accounts: repeated(accounts ?? []),
      });
      expect(assessment.health).toBeTypeOf('string');
      expect(previews).toHaveLength(9);
    }),
    { numRuns: 3 },
  );
});
