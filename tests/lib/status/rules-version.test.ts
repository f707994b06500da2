import { aRun } from '../../../fixtures/builders.ts';
import { describeRule } from './rule-cases.ts';
import { ago, ahead, type Changes, DAY, HOUR } from './verdicts.ts';

const sunset = (api_version_sunset_at: string | null, api_version: string | null = 'v23.0') => ({
  technical: { api_version, api_version_sunset_at },
});
const served = (...versions: (string | null)[]): Changes => ({
  sync_history: versions.map((api_version) => aRun({ api_version })),
});

describeRule('api_version_expired', {
  effect: 'error',
  onDisabled: 'counts',
  remedy: null,
  holds: {
    'a sunset at the very instant': [sunset(ago(0)), 'API version v23.0 ended less than a minute ago.'],
    'a sunset in the past': [sunset(ago(164 * DAY)), 'API version v23.0 ended 164 days ago.'],
    'a sunset of a version without a name': [sunset(ago(DAY), null), 'The API version ended 24 h ago.'],
  },
  holdsNot: { 'a sunset a millisecond ahead': sunset(ahead(1)), 'no sunset': sunset(null) },
});

describeRule('api_version_sunset', {
  effect: 'warning',
  onDisabled: 'counts',
  remedy: null,
  holds: {
    'a sunset in exactly 90 days': [sunset(ahead(90 * DAY)), 'API version v23.0 ends in 90 days.'],
    'a sunset a millisecond ahead': [sunset(ahead(1)), 'API version v23.0 ends in less than a minute.'],
    'a sunset of a version without a name': [sunset(ahead(HOUR), null), 'The API version ends in 60 min.'],
  },
  holdsNot: {
    'a sunset a millisecond after 90 days': sunset(ahead(90 * DAY + 1)),
    'a sunset at the very instant, which has ended': sunset(ago(0)),
    'no sunset': sunset(null),
  },
});

describeRule('api_version_served_differs', {
  effect: 'warning',
  onDisabled: 'suppressed',
  remedy: null,
  holds: {
    'a newest run of another version': [
      served('v1.4', 'v1.3'),
      'The newest sync was served API version v1.4, not v1.3.',
    ],
    'a newest run that names none before one of another version': [
      served(null, 'v1.2', 'v1.3'),
      'The newest sync was served API version v1.2, not v1.3.',
    ],
  },
  holdsNot: {
    'the same version': served('v1.3'),
    'another version only in an older run': served('v1.3', 'v1.2'),
    'no run that names a version': served(null),
    'no run': served(),
    'no version to compare with': { ...served('v1.4'), technical: { api_version: null } },
  },
});

describeRule('api_version_review_required', {
  effect: 'warning',
  onDisabled: 'counts',
  remedy: null,
  holds: {
    'a review that is required': [
      { technical: { api_version_review: 'REQUIRED' } },
      'The API version needs a review.',
    ],
    'a version in review': [
      { technical: { api_version_review: 'IN_REVIEW' } },
      'The API version is in review, not approved yet.',
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
  onDisabled: 'counts',
  remedy: null,
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
  onDisabled: 'counts',
  remedy: 'acknowledge_schema_change',
  holds: {
    'a schema change that is breaking': [
      { technical: { schema_changed: true, schema_change_breaking: true } },
      'The platform’s schema changed, and the change is breaking.',
    ],
  },
  holdsNot: {
    'a schema change that is not breaking': {
      technical: { schema_changed: true, schema_change_breaking: false },
    },
    'the word breaking without a change': {
      technical: { schema_changed: false, schema_change_breaking: true },
    },
  },
});

describeRule('schema_changed', {
  effect: 'warning',
  onDisabled: 'counts',
  remedy: 'acknowledge_schema_change',
  holds: {
    'a schema change that is not breaking': [
      { technical: { schema_changed: true, schema_change_breaking: false } },
      'The platform’s schema changed; the change is not breaking.',
    ],
  },
  holdsNot: {
    'a breaking change, which is another rule': {
      technical: { schema_changed: true, schema_change_breaking: true },
    },
    'no change': { technical: { schema_changed: false, schema_change_breaking: false } },
  },
});

describeRule('mapping_unconfirmed', {
  effect: 'info',
  onDisabled: 'counts',
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
  onDisabled: 'counts',
  remedy: 'field_mapping_check',
  holds: {
    'the flag on a confirmed mapping': [
      { technical: { field_mapping_check_required: true } },
      'The field mapping is confirmed, and is to be checked again.',
    ],
  },
  holdsNot: {
    'the flag on an unconfirmed mapping': {
      technical: { field_mapping_check_required: true, mapping_status: 'unconfirmed' },
    },
    'no flag': { technical: { field_mapping_check_required: false } },
  },
});
