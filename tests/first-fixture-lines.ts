/** Every line of the first fixture, in the order in which the panel must show them. */
const preview = (label: string, description: string) => [
  label,
  'allowed',
  `Preview: "${label}" on "TikTok Ads France" — ${description} (no execution).`,
];

export const FIRST_FIXTURE_LINES: readonly string[] = [
  'TikTok Ads France',
  'TikTok Ads',
  'Connected (disabled)',
  'Profile: Profile France · TikTok Ads',
  'Mock data. Mock-only: UX shell. Shopify Dev Dashboard V1 connects via the client credentials grant (Client ID + Client Secret → temporary 24h access token, PATCH-011), not user OAuth. No real Shopify API connection, no credentials submitted, no token exchanged or stored, no DB write, no job.',
  'Health',
  'Post-connection review (preview)',
  'Status: healthy mapping_unconfirmed',
  'mapping_unconfirmed — Mapping unconfirmed — metrics hidden from widgets.',
  'Technical status',
  'Enabled: No',
  'API version review: NOT_REQUIRED',
  'schema_changed: No',
  'changelog_review_required: No',
  'field_mapping_check_required: Yes',
  'mapping status: unconfirmed',
  'last successful sync: —',
  'Actions (preview only)',
  ...preview('Reconnect', 'Re-run authorization to restore the connection.'),
  ...preview('Disable source', 'Disable the source (data frozen, no hard delete in V1).'),
  ...preview('Manual sync', 'Trigger a one-off sync (preview only — no real job).'),
  ...preview('Retry failed sync', 'Retry the last failed/partial sync (preview only).'),
  ...preview('Refresh metadata', 'Refresh source metadata/structure (preview only).'),
  ...preview('Field mapping check', 'Review/validate field mapping (lifts unconfirmed).'),
  ...preview('Acknowledge schema change', 'Acknowledge a schema_changed warning.'),
  ...preview('Open sync history', 'View the sync history for this source.'),
  ...preview('Open data quality', "Open the data quality view for this source's scope."),
  'Data quality',
  'INFO mapping_unconfirmed — Field mapping unconfirmed — metrics hidden from widgets.',
  'Sync history (preview)',
  'Status Fetched Processed Failed API version Error',
  'completed 1000 1000 0 — —',
  'completed 1000 1000 0 — —',
  'Preview only — no real job runs in this shell.',
  'External accounts',
  'Account Masked ref Selected',
  'TikTok Ads - Cyspera FR (mapping unconfirmed) tt_•••_fr No',
  'Anti-leak: only external accounts within the authorized Profile are shown; secrets are never displayed.',
];

/** The lines that are missing from the text, or out of order; white space is collapsed. */
export function missingInOrder(text: string, lines: readonly string[]): string[] {
  const whole = text.replace(/\s+/g, ' ');
  let from = 0;
  return lines.filter((line) => {
    const found = whole.indexOf(line, from);
    if (found !== -1) from = found + line.length;
    return found === -1;
  });
}
