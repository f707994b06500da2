import { ERROR_KIND_WORDS, type ErrorKind, errorKind, errorMeaning } from '../error-kinds.ts';

interface Explanation {
  kind: ErrorKind;
  /** What the kind means, lower case and without a full stop. */
  words: string;
  /** What this very code means, written like `words`; null where the tables do not know it. */
  meaning: string | null;
}

/** What a run's error means on its platform. A code that was not reported is an unknown one. */
export function explainError(platform: string, error: { code: string | null }): Explanation {
  const kind = errorKind(platform, error.code);
  return { kind, words: ERROR_KIND_WORDS[kind], meaning: errorMeaning(platform, error.code) };
}

/** To follow the code: ` · the access token is wrong or was revoked — the platform no longer accepts the sign-in.` */
export function spellExplanation({ words, meaning }: Explanation): string {
  return `${meaning === null ? '' : ` · ${meaning}`} — ${words}.`;
}
