/** The words this version knows in fields where an unknown word makes a verdict unsafe (`unknown_value`). */
export const KNOWN_WORDS = {
  connection: [
    'connected',
    'pending',
    'needs_setup',
    'expired',
    'revoked',
    'permission_lost',
    'disconnected',
  ],
  api_version_review: ['NOT_REQUIRED', 'REQUIRED', 'IN_REVIEW', 'APPROVED'],
  mapping_status: ['confirmed', 'unconfirmed'],
  disabled_by: ['user', 'system', 'billing'],
  account_status: ['ok', 'no_access', 'not_enabled', 'over_limit', 'closed'],
  sync_status: ['completed', 'partial', 'failed', 'cancelled', 'running', 'queued'],
  severity: ['INFO', 'WARNING', 'ERROR'],
} as const;

export function isKnown(place: keyof typeof KNOWN_WORDS, word: string): boolean {
  const known: readonly string[] = KNOWN_WORDS[place];
  return known.includes(word);
}
