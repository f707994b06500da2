import { ERROR_KIND_WORDS, type ErrorKind, errorKind, errorMeaning } from '../error-kinds.ts';

interface Explanation {
  kind: ErrorKind;
  /** What the kind means, in lower case without a full stop. */
  words: string;
  /** What this exact code means, written like `words`; null if no table has it. */
  meaning: string | null;
}

/** What a run's error means on its platform. An unreported code counts as unknown. */
export function explainError(platform: string, error: { code: string | null }): Explanation {
  const kind = errorKind(platform, error.code);
  return { kind, words: ERROR_KIND_WORDS[kind], meaning: errorMeaning(platform, error.code) };
}

/** Follows the code: ` · the access token is wrong or was revoked — the platform no longer accepts the sign-in.` */
export function spellExplanation({ words, meaning }: Explanation): string {
  return `${meaning === null ? '' : ` · ${meaning}`} — ${words}.`;
}
