/** The product's own first source, word for word. */
import { expect, test } from 'vitest';
import fixture from '../../../fixtures/tiktok-ads-france.json';
import { snapshotSchema } from '../../../lib/schema/snapshot.ts';
import { previewActions } from '../../../lib/status/actions.ts';
import { assessSource } from '../../../lib/status/assess.ts';

const { sources, generated_at } = snapshotSchema.parse(fixture);
const [source] = sources;
if (source === undefined) throw new Error('The first fixture has no source.');
const assessment = assessSource(source, new Date(generated_at));
const previews = previewActions(source, 'editor', assessment);

test('the verdict is healthy, with its one fact', () => {
  const finding = {
    code: 'mapping_unconfirmed',
    severity: 'INFO',
    effect: 'info',
    message: 'Mapping unconfirmed — metrics hidden from widgets.',
    remedy: 'field_mapping_check',
    nextStep: null,
  };
  expect(assessment).toEqual({
    health: 'healthy',
    headline: finding,
    findings: [finding],
    suppressed: [{ code: 'no_account_selected', because: 'the source is switched off' }],
    activity: 'idle',
    numbers: 'hidden',
    lifecycle: 'off',
    lastSuccess: null,
    notReported: ['dates of syncs', 'API version', 'end of the API version'],
  });
});

test('the nine previews', () => {
  expect(previews.map(({ preview }) => preview)).toEqual([
    'Preview: "Reconnect" on "TikTok Ads France" — Re-run authorization to restore the connection. (no execution).',
    'Preview: "Disable source" on "TikTok Ads France" — Disable the source (data frozen, no hard delete in V1). (no execution).',
    'Preview: "Manual sync" on "TikTok Ads France" — Trigger a one-off sync (preview only — no real job). (no execution).',
    'Preview: "Retry failed sync" on "TikTok Ads France" — Retry the last failed/partial sync (preview only). (no execution).',
    'Preview: "Refresh metadata" on "TikTok Ads France" — Refresh source metadata/structure (preview only). (no execution).',
    'Preview: "Field mapping check" on "TikTok Ads France" — Review/validate field mapping (lifts unconfirmed). (no execution).',
    'Preview: "Acknowledge schema change" on "TikTok Ads France" — Acknowledge a schema_changed warning. (no execution).',
    'Preview: "Open sync history" on "TikTok Ads France" — View the sync history for this source. (no execution).',
    'Preview: "Open data quality" on "TikTok Ads France" — Open the data quality view for this source\'s scope. (no execution).',
  ]);
});

test('all nine are allowed, four of them are not ready, one is suggested', () => {
  expect(previews.map(({ decision }) => decision)).toEqual(Array.from(previews, () => 'allowed'));
  expect(previews.filter(({ readiness }) => !readiness.ready).map(({ label }) => label)).toEqual([
    'Disable source',
    'Manual sync',
    'Retry failed sync',
    'Acknowledge schema change',
  ]);
  expect(previews.filter(({ suggested }) => suggested).map(({ label }) => label)).toEqual([
    'Field mapping check',
  ]);
});
