import type { Facts } from './facts.ts';
import { isKnown, type KNOWN_WORDS } from './known-words.ts';

/** Unknown words that affect the verdict, each once and with its place: `status “throttled”`. */
export function unknownWords({ source, selected, unknownStatuses }: Facts): string[] {
  const { technical } = source;
  const found: string[] = [];
  const check = (place: string, kind: keyof typeof KNOWN_WORDS, word: string | null | undefined) => {
    if (word != null && !isKnown(kind, word)) found.push(`${place} “${word}”`);
  };
  check('connection state', 'connection', source.connection);
  check('API version review', 'api_version_review', technical.api_version_review);
  check('mapping status', 'mapping_status', technical.mapping_status);
  check('word for who switched it off', 'disabled_by', source.disabled_by);
  for (const status of unknownStatuses) found.push(`status “${status}”`);
  for (const account of selected) {
    check('account status', 'account_status', account.status);
    check('account mapping status', 'mapping_status', account.mapping_status);
  }
  for (const { severity } of source.data_quality) check('severity', 'severity', severity);
  return found.length === 0 ? found : [...new Set(found)].sort();
}
