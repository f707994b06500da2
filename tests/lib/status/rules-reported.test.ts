import { describe, expect, test } from 'vitest';
import { aQualityEntry, aRun } from '../../../fixtures/builders.ts';
import { ago, assess, codesOf, findingOf, HOUR } from './verdicts.ts';

const reported = (severity: string, code = 'row_gap', message = 'Rows of 3 November are missing.') =>
  aQualityEntry({ severity, code, message });

describe('a reported entry', () => {
  test.each([
    ['ERROR', 'error', 'error'],
    ['WARNING', 'warning', 'warning'],
    ['INFO', 'info', 'healthy'],
  ])('of severity %s has the effect %s, and its own message', (severity, effect, health) => {
    const verdict = assess({ data_quality: [reported(severity)] });
    expect(verdict.findings).toEqual([
      {
        code: 'row_gap',
        severity,
        effect,
        message: 'Rows of 3 November are missing.',
        remedy: 'open_data_quality',
        nextStep: null,
      },
    ]);
    expect(verdict.health).toBe(health);
  });

  test.each(['ERROR', 'WARNING', 'INFO'])('of severity %s counts on a disabled source too', (severity) => {
    const changes = { enabled: false, data_quality: [reported(severity)] };
    expect(codesOf(changes)).toEqual(['row_gap']);
    expect(assess(changes).suppressed).toEqual([]);
  });

  test.each(['CRITICAL', 'error', 'constructor', '__proto__'])(
    'of an unknown severity (%s) gives no finding of its own',
    (severity) => {
      expect(codesOf({ data_quality: [reported(severity)] })).toEqual(['unknown_value']);
    },
  );

  test('with an empty message keeps it', () => {
    expect(findingOf('row_gap', { data_quality: [reported('INFO', 'row_gap', '')] })?.message).toBe('');
  });

  test.each(['ERROR', 'WARNING', 'INFO'])('of severity %s is sorted by code', (severity) => {
    const codes = ['z', 'a', 'B', 'ä', 'a2', 'a10'];
    const data_quality = codes.map((code) => reported(severity, code));
    expect(codesOf({ data_quality })).toEqual(['B', 'a', 'a10', 'a2', 'z', 'ä']);
  });

  test('is sorted by message among entries with the same code', () => {
    const [first, second] = [reported('INFO', 'row_gap', 'Both.'), reported('INFO', 'row_gap', 'Each.')];
    const messages = ['Both.', 'Each.'];
    for (const data_quality of [
      [first, second],
      [second, first],
    ]) {
      expect(assess({ data_quality }).findings.map((finding) => finding.message)).toEqual(messages);
    }
  });

  test('comes at its severity’s place among the rules', () => {
    const codes = codesOf({
      data_quality: ['INFO', 'WARNING', 'ERROR'].map((severity) => reported(severity, severity)),
      schedule: { every_minutes: 60, latency_minutes: 0 },
      // Rules before and after each of the three places.
      sync_history: [aRun({ status: 'failed', fetched: 1, finished_at: ago(HOUR) })],
      technical: { last_successful_sync: ago(4 * HOUR), field_mapping_check_required: true },
    });
    expect(codes).toEqual([
      'data_stale',
      'ERROR',
      'sync_failed',
      'inconsistent_counts',
      'WARNING',
      'field_mapping_check_required',
      'INFO',
    ]);
  });

  test('comes before never_synced as a warning, after stats_missing as information', () => {
    const nothing = { sync_history: [], technical: { last_successful_sync: null } };
    expect(codesOf({ ...nothing, data_quality: [reported('WARNING')] })).toEqual(['row_gap', 'never_synced']);
    const uncounted = { sync_history: [aRun({ fetched: null })] };
    expect(codesOf({ ...uncounted, data_quality: [reported('INFO')] })).toEqual(['stats_missing', 'row_gap']);
  });
});

describe('a reported entry with a rule’s code', () => {
  const flagged = { technical: { changelog_review_required: true } };
  const entry = (severity: string) => reported(severity, 'changelog_review_required');

  test.each([
    ['INFO', 'WARNING', 'warning'],
    ['WARNING', 'WARNING', 'warning'],
    ['ERROR', 'ERROR', 'error'],
    ['CRITICAL', 'WARNING', 'warning'],
  ])('as %s is that finding, with the worse severity %s', (severity, worse, effect) => {
    const { findings } = assess({ ...flagged, data_quality: [entry(severity)] });
    expect(findings.filter((finding) => finding.code !== 'unknown_value')).toEqual([
      {
        code: 'changelog_review_required',
        severity: worse,
        effect,
        message: 'The platform’s changelog needs a review.',
        remedy: null,
        nextStep: 'Ask whoever runs the connector to review the changelog.',
      },
    ]);
  });

  test('reported twice has the worst severity', () => {
    const data_quality = [entry('INFO'), entry('ERROR'), entry('WARNING')];
    expect(assess({ ...flagged, data_quality }).findings).toMatchObject([{ effect: 'error' }]);
  });

  test.each([
    ['pending', 'INFO', 'pending', 'INFO', { connection: 'pending' }, 'authorization_pending'],
    ['pending', 'WARNING', 'warning', 'WARNING', { connection: 'pending' }, 'authorization_pending'],
    ['unknown', 'WARNING', 'unknown', 'WARNING', { connection: 'paused' }, 'unknown_value'],
    ['unknown', 'ERROR', 'error', 'ERROR', { connection: 'paused' }, 'unknown_value'],
    ['error', 'INFO', 'error', 'ERROR', { connection: 'revoked' }, 'token_revoked'],
  ])('of the effect %s, reported %s, counts as %s', (_, severity, effect, worse, on, code) => {
    const finding = findingOf(code, { ...on, data_quality: [reported(severity, code)] });
    expect(finding).toMatchObject({ effect, severity: worse });
  });

  test('comes in the rule’s place', () => {
    const technical = { changelog_review_required: true, field_mapping_check_required: true };
    const data_quality = [reported('ERROR', 'field_mapping_check_required'), reported('WARNING')];
    expect(codesOf({ technical, data_quality })).toEqual([
      'changelog_review_required',
      'row_gap',
      'field_mapping_check_required',
    ]);
  });

  test('is a separate finding if the rule does not hold', () => {
    expect(assess({ data_quality: [entry('ERROR')] }).findings).toMatchObject([
      { code: 'changelog_review_required', effect: 'error', remedy: 'open_data_quality' },
    ]);
  });

  test.each([
    ['does', { accounts: [] }],
    ['does not', {}],
  ])('is suppressed on a disabled source, once, while a starred rule %s hold', (_, on) => {
    const data_quality = [reported('ERROR', 'no_accounts'), reported('INFO', 'no_accounts')];
    const verdict = assess({ ...on, enabled: false, data_quality });
    expect(verdict.findings).toEqual([]);
    expect(verdict.suppressed).toEqual([{ code: 'no_accounts', because: 'the source is switched off' }]);
  });
});
