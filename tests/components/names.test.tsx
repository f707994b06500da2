import { screen, waitFor, within } from '@testing-library/preact';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAccount, aProfile, aRun, aSnapshot, aSource } from '../../fixtures/builders.ts';
import { FakeBrowser } from '../front-door.ts';
import { given } from '../given-file.ts';
import { openPanel, textOf } from './panel.tsx';

/** Reverses any text that follows it, unless it is isolated. */
const MIRROR = '\u202E';

/** Every text with such a name is inside an element that isolates it, or isolates the name itself. */
function leaks(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    const isIsolated =
      node.parentElement?.closest('bdi, [dir="auto"]') || /\u2068[^\u2069]*\u202E/.test(text);
    if (text.includes(MIRROR) && !isIsolated) found.push(text);
  }
  return found;
}

describe('a name that would reverse the sentence around it', () => {
  const source = aSource({
    id: 'a',
    name: `Source ${MIRROR}name`,
    platform: 'meta_ads',
    connection: 'expired',
    profile_id: 'p',
    accounts: [anAccount({ name: `Account ${MIRROR}name`, profile_id: 'p' })],
    sync_history: [
      aRun({ status: 'failed', error: { code: '1', message: `Error ${MIRROR}message` } }),
      aRun(),
    ],
    data_quality: [{ severity: 'ERROR', code: 'x', message: `Quality ${MIRROR}message` }],
  });
  const stored = aSnapshot({
    notice: `Notice ${MIRROR}text`,
    authorized_profile_ids: ['p', 'q'],
    profiles: [
      aProfile({ id: 'p', name: `Profile ${MIRROR}name` }),
      aProfile({ id: 'q', name: `Other ${MIRROR}name` }),
    ],
    sources: [source, aSource({ id: 'b', profile_id: 'q' })],
  });

  it('is isolated in the list, and in the offer to open a console’s source', async () => {
    const browser = new FakeBrowser({ allowed: true, address: 'https://business.facebook.com/latest/home' });
    await openPanel({ stored, frontDoor: browser.door });
    await screen.findByRole('link', { name: /^Open / });
    expect(document.body.textContent).toContain(MIRROR);
    expect(leaks()).toEqual([]);
  });

  it('is isolated in a source', async () => {
    await openPanel({ stored, hash: '#/source/a' });
    await screen.findByRole('heading', { level: 1, name: /Source/ });
    expect(leaks()).toEqual([]);
  });

  it('is isolated in the outcome of an import, both on the screen and in the announcement', async () => {
    const { model } = await openPanel({ stored, hash: '#/data' });
    await model.data.importFiles(given(`file ${MIRROR}name.json`, async () => '{'));
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain(MIRROR));
    await screen.findByText(/was refused/, { selector: 'main *' });
    expect(leaks()).toEqual([]);
  });
});

it('labels a Profile’s region whatever characters its id contains', async () => {
  const ids = ['a b', ' ', 'a"b', 'a\nb', '#'];
  const stored = aSnapshot({
    authorized_profile_ids: ids,
    profiles: ids.map((id, at) => aProfile({ id, name: `Profile ${at}` })),
    sources: ids.map((id, at) => aSource({ id: `${at}`, profile_id: id })),
  });
  await openPanel({ stored });
  const regions = ids.map((_, at) => screen.getByRole('region', { name: new RegExp(`^Profile ${at} `) }));
  expect(regions.map((region) => within(region).getAllByRole('link').length)).toEqual(ids.map(() => 1));
});

const focused = () => document.activeElement ?? undefined;

it('opens a source whatever characters its id contains, and goes back to its row', async () => {
  const ids = fc
    .sample(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), { numRuns: 12, seed: 16 })
    .concat([' ', '..', '%', '#/data', 'a"b]', "'", '\\', '\n']);
  const sources = [...new Set(ids)].map((id, at) => aSource({ id, name: `Source ${at}` }));
  const { model } = await openPanel({ stored: aSnapshot({ sources }) });
  const links = [...document.querySelectorAll<HTMLAnchorElement>('main li h3 > a')];
  expect(links).toHaveLength(sources.length);
  for (const link of links) {
    const href = link.getAttribute('href') ?? '';
    model.goTo(href);
    await waitFor(() => expect(focused()?.matches('h1') && textOf(focused())).toBe(textOf(link)));
    model.goTo('#/');
    await waitFor(() => expect(focused()?.getAttribute('href')).toBe(href));
  }
});
