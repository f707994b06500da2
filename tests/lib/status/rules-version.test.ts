import { expect, test } from 'vitest';
import { aRun } from '../../../fixtures/builders.ts';
import { describeRule } from './rule-cases.ts';
import { ago, ahead, type Changes, DAY, findingOf, HOUR } from './verdicts.ts';

const sunset = (api_version_sunset_at: string | null, api_version: string | null = 'v23.0') => ({
  technical: { api_version, api_version_sunset_at },
});
const served = (...versions: (string | null)[]): Changes => ({
  sync_history: versions.map((api_version) => aRun({ api_version })),
});

describeRule('api_version_expired', {
  effect: 'error',
  countsOn: 'every source',
  remedy: null,
  nextStep: 'Ask whoever runs the connector for a release that uses a newer API version than v23.0.',
  holds: {
    'a sunset at the very instant': [sunset(ago(0)), 'API version v23.0 ended less than a minute ago.'],
    'a sunset in the past': [sunset(ago(164 * DAY)), 'API version v23.0 ended 164 days ago.'],
  },
  holdsNot: { 'a sunset a millisecond ahead': sunset(ahead(1)), 'no sunset': sunset(null) },
});

describeRule('api_version_sunset', {
  effect: 'warning',
  countsOn: 'every source',
  remedy: null,
  nextStep: 'Ask whoever runs the connector for a release that uses a newer API version than v23.0.',
  holds: {
    'a sunset in exactly 90 days': [sunset(ahead(90 * DAY)), 'API version v23.0 ends in 90 days.'],
    'a sunset a millisecond ahead': [sunset(ahead(1)), 'API version v23.0 ends in less than a minute.'],
  },
  holdsNot: {
    'a sunset a millisecond after 90 days': sunset(ahead(90 * DAY + 1)),
    'a sunset at the very instant, which has ended': sunset(ago(0)),
    'no sunset': sunset(null),
  },
});

test('a version without a name', () => {
  const nextStep = 'Ask whoever runs the connector for a release that uses a newer API version.';
  expect([
    findingOf('api_version_expired', sunset(ago(DAY), null)),
    findingOf('api_version_sunset', sunset(ahead(HOUR), null)),
  ]).toMatchObject([
    { message: 'The API version ended 24 h ago.', nextStep },
    { message: 'The API version ends in 60 min.', nextStep },
  ]);
});

describeRule('api_version_served_differs', {
  effect: 'warning',
  countsOn: 'all but off',
  remedy: null,
  nextStep: 'Ask whoever runs the connector which API version is meant.',
  holds: {
    'a newest run of another version': [
      served('v1.4', 'v1.3'),
      'The platform answered with API version v1.4; v1.3 is set.',
    ],
    'a newest run that names none before one of another version': [
      served(null, 'v1.2', 'v1.3'),
      'The platform answered with API version v1.2; v1.3 is set.',
    ],
  },
  holdsNot: {
    'the same version': served('v1.3'),
    'another version in a run listed first and dated before': {
      sync_history: [
        aRun({ api_version: 'v1.2', finished_at: ago(9 * HOUR) }),
        aRun({ api_version: 'v1.3', finished_at: ago(HOUR) }),
      ],
    },
    'another version only in an older run': served('v1.3', 'v1.2'),
    'no run that names a version': served(null),
    'no run': served(),
    'no version to compare with': { ...served('v1.4'), technical: { api_version: null } },
  },
});

test('what to do while a version is in review', () => {
  expect(
    findingOf('api_version_review_required', { technical: { api_version_review: 'IN_REVIEW' } }),
  ).toMatchObject({
    message: 'The API version is in review, not approved yet.',
    nextStep: 'Wait for the review, or ask whoever runs the connector how it is going.',
  });
});

describeRule('api_version_review_required', {
  effect: 'warning',
  countsOn: 'every source',
  remedy: null,
  nextStep: 'Ask whoever runs the connector to review the API version.',
  holds: {
    'a review that is required': [
      { technical: { api_version_review: 'REQUIRED' } },
      'The API version needs a review.',
    ],
  },
  holdsNot: {
    'no review required': { technical: { api_version_review: 'NOT_REQUIRED' } },
    'an approved version': { technical: { api_version_review: 'APPROVED' } },
    'the word in lower case, which is another word': { technical: { api_version_review: 'required' } },
  },
});

describeRule('changelog_review_required', {
  effect: 'warning',
  countsOn: 'every source',
  remedy: null,
  nextStep: 'Ask whoever runs the connector to review the changelog.',
  holds: {
    'the flag': [
      { technical: { changelog_review_required: true } },
      'The platform’s changelog needs a review.',
    ],
  },
  holdsNot: { 'no flag': { technical: { changelog_review_required: false } } },
});

describeRule('schema_change_breaking', {
  effect: 'error',
  countsOn: 'every source',
  remedy: 'acknowledge_schema_change',
  holds: {
    'a schema change that is breaking': [
      { technical: { schema_changed: true, schema_change_breaking: true } },
      'The platform changed its fields; syncs will fail until this is acknowledged.',
    ],
  },
  holdsNot: {
    'a schema change that is not breaking': {
      technical: { schema_changed: true, schema_change_breaking: false },
    },
    'a schema change that does not say so': {
      technical: { schema_changed: true, schema_change_breaking: null },
    },
    'the word breaking without a change': {
      technical: { schema_changed: false, schema_change_breaking: true },
    },
  },
});

describeRule('schema_changed', {
  effect: 'warning',
  countsOn: 'every source',
  remedy: 'acknowledge_schema_change',
  holds: {
    'a schema change that is not breaking': [
      { technical: { schema_changed: true, schema_change_breaking: false } },
      'The platform changed its fields; this does not break syncs.',
    ],
    'a schema change that does not say whether it is breaking': [
      { technical: { schema_changed: true, schema_change_breaking: null } },
      'The platform changed its fields; whether this breaks syncs is not reported.',
    ],
  },
  holdsNot: {
    'a breaking change, which is another rule': {
      technical: { schema_changed: true, schema_change_breaking: true },
    },
    'no change': { technical: { schema_changed: false, schema_change_breaking: false } },
    'a change that is not reported': { technical: { schema_changed: null, schema_change_breaking: null } },
  },
});

describeRule('mapping_unconfirmed', {
  effect: 'info',
  countsOn: 'every source',
  remedy: 'field_mapping_check',
  holds: {
    'an unconfirmed mapping': [
      { technical: { mapping_status: 'unconfirmed' } },
      'Mapping unconfirmed — metrics hidden from widgets.',
    ],
  },
  holdsNot: {
    'a confirmed mapping': { technical: { mapping_status: 'confirmed' } },
    'a word it does not know': { technical: { mapping_status: 'guessed' } },
  },
});

describeRule('field_mapping_check_required', {
  effect: 'info',
  countsOn: 'every source',
  remedy: 'field_mapping_check',
  holds: {
    'the flag on a confirmed mapping': [
      { technical: { field_mapping_check_required: true } },
      'The field mapping is confirmed but should be checked again.',
    ],
  },
  holdsNot: {
    'the flag on an unconfirmed mapping': {
      technical: { field_mapping_check_required: true, mapping_status: 'unconfirmed' },
    },
    'no flag': { technical: { field_mapping_check_required: false } },
  },
});

const figures = (restated_days: number | null, reread_days: number | null): Changes => ({
  schedule: { every_minutes: 60, latency_minutes: 0, restated_days, reread_days },
});

describeRule('restatement_not_reread', {
  effect: 'info',
  countsOn: 'every source',
  remedy: 'open_data_quality',
  holds: {
    'more days than a sync reads again': [
      figures(28, 3),
      'The platform may change figures of the last 28 days; each sync reads 3 of them again.',
    ],
    'one day, and none read again': [
      figures(1, 0),
      'The platform may change figures of the last day; each sync reads none of them again.',
    ],
  },
  holdsNot: {
    'as many days': figures(3, 3),
    'how many may change not reported': figures(null, 3),
    'how many are read again not reported': figures(28, null),
    'no schedule': { schedule: null },
  },
});
