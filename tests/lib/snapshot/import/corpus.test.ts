/** How well credentials are distinguished from ordinary texts. docs/security.md has the figures. */
import { expect, test } from 'vitest';
import document from '../../../../docs/security.md?raw';
import { maskText } from '../../../../lib/snapshot/import/mask-text.ts';
import { looksLikeSecret } from '../../../../lib/snapshot/import/secrets.ts';
import { credentials } from './credential-samples.ts';
import { ORDINARY } from './ordinary-families.ts';
import { seeded } from './samples.ts';

const ROUNDS = 5;
const samples = Array.from({ length: ROUNDS }, (_, round) => credentials(seeded(round + 1))).flat();
const ordinary = Object.entries(ORDINARY).flatMap(([family, texts]) =>
  texts.map((text) => ({
    family,
    text: text.replaceAll(/[«»]/g, ''),
    kept: text.match(/(?<=«)[^»]+/g) ?? [],
  })),
);

/** As they occur: alone, and in a message. */
const ways = (text: string) => [text, `Refused: ${text}.`, `{"error":"${text}"}`];

test('at least 95 of 100 credentials of at least 200 formats are refused', () => {
  const all = samples.flatMap(({ name, text }) => ways(text).map((written) => ({ name, written })));
  const missed = all.filter(({ written }) => !looksLikeSecret(written));

  expect(samples.length / ROUNDS).toBeGreaterThanOrEqual(200);
  expect([...new Set(missed.map(({ name }) => name))]).toEqual([]);
});

test('none of at least 80 families of ordinary texts is refused', () => {
  expect(Object.keys(ORDINARY).length).toBeGreaterThanOrEqual(80);
  expect(ordinary.filter(({ text }) => looksLikeSecret(text)).map(({ text }) => text)).toEqual([]);
});

test('no id that support asks for is masked', () => {
  const lost = ordinary.flatMap(({ text, kept }) => kept.filter((id) => !maskText(text).includes(id)));

  expect(ordinary.flatMap(({ kept }) => kept).length).toBeGreaterThanOrEqual(25);
  expect(lost).toEqual([]);
});

test('an ordinary text without an account is unchanged', () => {
  const changed = ordinary.filter(({ text }) => maskText(text) !== text).map(({ text }) => text);

  expect(changed).toEqual([]);
});

test('the document has the figures', () => {
  const groups = Map.groupBy(samples.slice(0, samples.length / ROUNDS), ({ group }) => group);
  for (const [group, { length }] of groups) expect(document).toContain(`| ${group} | ${length} |`);
  expect(document).toContain(`${samples.length / ROUNDS} formats`);
  expect(document).toContain(`${Object.keys(ORDINARY).length} families`);
});
