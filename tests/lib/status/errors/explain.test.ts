import { expect, test } from 'vitest';
import { explainError, spellExplanation } from '../../../../lib/status/errors/explain.ts';

test('a known code: its kind, the kind in words, and what the code means', () => {
  const explanation = explainError('tiktok_ads', { code: '40105' });
  expect(explanation).toEqual({
    kind: 'authorization',
    words: 'the platform no longer accepts the sign-in',
    meaning: 'the access token is wrong or was revoked',
  });
  expect(spellExplanation(explanation)).toBe(
    ' · the access token is wrong or was revoked — the platform no longer accepts the sign-in.',
  );
});

test.each([null, '2919'])('the code %s is not known, and no meaning is invented', (code) => {
  const explanation = explainError('meta_ads', { code });
  expect(explanation).toEqual({ kind: 'unknown', words: 'a code this version does not know', meaning: null });
  expect(spellExplanation(explanation)).toBe(' — a code this version does not know.');
});
