import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it } from 'vitest';
import { anAccount, aProfile, aSnapshot, aSource } from '../../../fixtures/builders.ts';
import { type Filters, type ListState, NO_FILTERS } from '../../../lib/panel/list.ts';
import { ListViewModel } from '../../../lib/panel/list-view.ts';
import type { Source } from '../../../lib/schema/snapshot.ts';
import { aStoredList } from '../../stored-list.ts';

const { sources: _, ...header } = aSnapshot({
  authorized_profile_ids: ['fr', 'de'],
  profiles: [aProfile({ id: 'fr', name: 'Maison Été' }), aProfile({ id: 'de', name: 'Nordlicht' })],
});

/** An idle moment that comes when the test says so. */
let rest: PromiseWithResolvers<void>;
const idle = () => rest.promise;

beforeEach(() => {
  rest = Promise.withResolvers();
});

function viewOf(...sources: Source[]) {
  const list = signal<ListState>(aStoredList(sources, header));
  const view = new ListViewModel({
    list,
    idle,
    compareNames: new Intl.Collator('en').compare,
    height: 800,
    now: signal(0),
  });
  const ids = () => view.groups.value.flatMap(({ shown }) => shown.map(({ id }) => id));
  return { list, view, ids };
}

const fine = aSource({ id: 'fine', profile_id: 'fr', name: 'Google Ads Été', platform: 'google_ads' });
const bad = aSource({
  id: 'bad',
  profile_id: 'de',
  name: 'Meta Ads Nord',
  platform: 'meta_ads',
  connection: 'expired',
});
const off = aSource({
  id: 'off',
  profile_id: 'de',
  enabled: false,
  disabled_by: 'user',
  accounts: [anAccount({ name: 'Straße 7', masked_ref: 'act_•••4821' })],
});

describe('the filters', () => {
  it.each([
    ['ete', ['fine']],
    ['ÉTÉ google', ['fine']],
    ['google nord', []],
    ['nordlicht', ['bad', 'off']],
    ['token_expired', ['bad']],
    ['tiktok_ads', ['off']],
    ['•••4821', ['off']],
    ['strasse', []],
    ['  ', ['bad', 'off', 'fine']],
  ])('find for “%s”: %s', (search, found) => {
    const { view, ids } = viewOf(fine, bad, off);
    view.setFilters({ search });
    expect(ids()).toEqual(found);
  });

  it('show the chosen healths together, and sources that are off separately', () => {
    const { view, ids } = viewOf(fine, bad, off);
    view.toggleBucket('error');
    expect(ids()).toEqual(['bad']);
    view.toggleBucket('off');
    expect(ids()).toEqual(['bad', 'off']);
    view.toggleBucket('error');
    expect(ids()).toEqual(['off']);
    view.clearFilters();
    expect(ids()).toEqual(['bad', 'off', 'fine']);
    expect(view.isFiltered.value).toBe(false);
  });

  it('count each health within the Profile, the platform and the search, whatever healths are chosen', () => {
    const { view } = viewOf(fine, bad, off);
    view.toggleBucket('error');
    expect(Object.fromEntries(view.counts.value)).toEqual({ healthy: 1, error: 1, off: 1 });
    view.setFilters({ profile: 'de', search: 'meta' });
    expect([...view.counts.value]).toEqual([['error', 1]]);
  });

  it('narrow the sentence at the top to the Profile and the platform, not to the search', () => {
    const { view } = viewOf(fine, bad, off);
    expect(view.summary.value).toMatchObject({ total: 3, needsAction: 1 });
    view.setFilters({ search: 'nothing like this' });
    expect(view.summary.value).toMatchObject({ total: 3, needsAction: 1 });
    view.setFilters({ search: '', profile: 'fr' });
    expect(view.summary.value).toMatchObject({ total: 1, needsAction: 0 });
    view.setFilters({ profile: null, platform: 'meta_ads' });
    expect(view.summary.value).toMatchObject({ total: 1, needsAction: 1 });
  });
});

describe('a new snapshot', () => {
  const tiktok = aSource({ id: 'tiktok', profile_id: 'fr' });

  it.each<[string, Partial<Filters>, Partial<Filters>]>([
    ['a Profile that has no source', { profile: 'de' }, {}],
    ['a platform that no source is of', { platform: 'meta_ads' }, {}],
    ['a kind of health that no source has', { buckets: ['error'] }, {}],
    ['a search that finds nothing', { search: 'nordlicht' }, {}],
    [
      'a Profile and a platform that no source combines',
      { profile: 'fr', platform: 'meta_ads' },
      { profile: 'fr' },
    ],
    [
      'what it can satisfy',
      { profile: 'fr', search: 'été', buckets: ['healthy'] },
      { profile: 'fr', search: 'été', buckets: ['healthy'] },
    ],
  ])('drops %s from the filters', (_, chosen, kept) => {
    const { list, view } = viewOf(fine, bad, tiktok);
    view.setFilters(chosen);
    list.value = { ...aStoredList([fine, tiktok], header), snapshotId: 'next' };
    expect(view.filters.value).toEqual({ ...NO_FILTERS, ...kept });
  });

  it('also drops them from the choices made on a console', () => {
    const { list, view } = viewOf(fine, bad, tiktok);
    view.follow({ platform: 'google_ads', name: 'Google Ads' });
    view.setFilters({ platform: 'meta_ads' });
    list.value = { ...aStoredList([fine, tiktok], header), snapshotId: 'next' };
    expect(view.filters.value).toEqual(NO_FILTERS);
  });

  it('leaves them alone when the same snapshot is read again', () => {
    const { list, view } = viewOf(fine, bad);
    view.setFilters({ profile: 'fr', platform: 'meta_ads' });
    list.value = aStoredList([fine, bad], header);
    expect(view.filters.value).toEqual({ ...NO_FILTERS, profile: 'fr', platform: 'meta_ads' });
  });
});

describe('sources that cannot be read', () => {
  const damage = { path: '', message: 'is missing' };

  it('count in the whole list, but not in a Profile, to which they may or may not belong', () => {
    const { list, view } = viewOf(fine, bad);
    const stored = aStoredList([fine, bad], header);
    list.value = { ...stored, entries: [...stored.entries, { position: 2, row: null, damage }] };
    expect(view.summary.value).toMatchObject({ total: 2, needsAction: 1 });
    expect(view.unreadable.value).toBe(1);
    expect(view.total.value).toBe(3);
    view.setFilters({ profile: 'fr' });
    expect(view.summary.value).toMatchObject({ total: 1, needsAction: 0 });
    expect(view.unreadable.value).toBe(1);
  });
});

it('sorts names by the rules of the given language', () => {
  const names = ['Zebra', 'Öl', 'Omega'];
  const list = signal<ListState>(
    aStoredList(
      names.map((name) => aSource({ id: name, name, profile_id: 'fr' })),
      header,
    ),
  );
  const inLocale = (locale: string) => {
    const compareNames = new Intl.Collator(locale).compare;
    const view = new ListViewModel({ list, idle, compareNames, height: 800, now: signal(0) });
    return view.groups.value.flatMap(({ shown }) => shown.map(({ name }) => name));
  };
  expect(inLocale('de')).toEqual(['Öl', 'Omega', 'Zebra']);
  expect(inLocale('sv')).toEqual(['Omega', 'Zebra', 'Öl']);
});

describe('many rows', () => {
  const many = Array.from({ length: 300 }, (_, number) => aSource({ id: `${number}`, profile_id: 'fr' }));

  it('are first built as far as they fit the window, then all when the page is idle', async () => {
    const { view, ids } = viewOf(...many);
    // 800 pixels, minus what is above the rows, at 33 pixels per row.
    expect(ids()).toHaveLength(19);
    expect(view.found.value).toBe(300);
    expect(view.unbuilt.value).toBe(0);
    rest.resolve();
    await expect.poll(ids).toHaveLength(300);
  });

  it('that are built later are added below, so that nothing moves', async () => {
    const elsewhere = Array.from({ length: 3 }, (_, number) =>
      aSource({ id: `de-${number}`, profile_id: 'de' }),
    );
    const { view } = viewOf(...many, ...elsewhere);
    view.fold('profile/fr', true);
    view.fold('profile/de', true);
    const shown = () => view.groups.value.map(({ name, shown, rest }) => [name, shown.length, rest]);
    const first = shown();
    rest.resolve();
    await expect.poll(shown).toHaveLength(2);
    const [last, ...before] = first.toReversed();
    expect(shown().slice(0, before.length)).toEqual(before.toReversed());
    expect(shown()[before.length]?.[0]).toBe(last?.[0]);
    expect(first.length).toBeLessThan(3);
    expect(last?.[2]).toBe(0);
  });

  it('are built up to a thousand, and beyond that on request', async () => {
    const thousands = Array.from({ length: 2001 }, (_, number) =>
      aSource({ id: `${number}`, profile_id: 'fr' }),
    );
    const { view, ids } = viewOf(...thousands);
    rest.resolve();
    await expect.poll(ids).toHaveLength(1000);
    expect([view.unbuilt.value, view.found.value]).toEqual([1001, 2001]);
    view.showMore();
    view.showMore();
    expect(ids()).toHaveLength(2001);
    expect(view.unbuilt.value).toBe(0);
  });

  it('are built immediately down to the one that the user returns to', () => {
    const { view, ids } = viewOf(...many);
    const all = many.map(({ id }) => id).sort();
    const last = all[150] ?? '';
    view.buildUpTo(last);
    expect(ids().at(-1)).toBe(last);
    expect(ids()).toHaveLength(151);
    view.buildUpTo(all[3] ?? '');
    view.buildUpTo('in no row');
    expect(ids()).toHaveLength(151);
  });
});

describe('on an ads console', () => {
  const googleAds = { platform: 'google_ads', name: 'Google Ads' };
  const metaAds = { platform: 'meta_ads', name: 'Meta Ads Manager' };

  it('narrow to its platform, like the sentence; leaving restores the previous view', () => {
    const { view, ids } = viewOf(fine, bad, off);
    view.setFilters({ profile: 'de', search: 'nord' });
    view.follow(googleAds);
    expect(ids()).toEqual(['fine']);
    expect(view.summary.value).toMatchObject({ total: 1, needsAction: 0 });
    expect(view.front.value).toMatchObject({ console: googleAds, isNarrowed: true, rows: [{ id: 'fine' }] });
    view.follow(metaAds);
    expect(ids()).toEqual(['bad']);
    view.follow(null);
    expect(view.front.value).toBeNull();
    expect(view.filters.value).toEqual({ ...NO_FILTERS, profile: 'de', search: 'nord' });
    expect(ids()).toEqual(['bad', 'off']);
  });

  it.each([
    ['another platform', { platform: 'meta_ads' }, ['bad']],
    ['a Profile', { profile: 'de' }, []],
    ['a search', { search: 'nothing like this' }, []],
    ['show all', NO_FILTERS, ['bad', 'off', 'fine']],
  ])(
    'the user’s own choice of %s starts from the current view, and wins until they leave',
    (_, choice, seen) => {
      const { view, ids } = viewOf(fine, bad, off);
      view.follow(googleAds);
      view.setFilters(choice);
      expect(ids()).toEqual(seen);
      expect(view.front.value?.isNarrowed).toBe(false);
      // From one page of the console to another, or to another console of the platform.
      view.follow({ ...googleAds });
      expect(ids()).toEqual(seen);
      view.follow(null);
      expect(view.isFiltered.value).toBe(false);
      view.follow(googleAds);
      expect(ids()).toEqual(['fine']);
    },
  );

  it('also treat a health as a choice, and narrow again on request', () => {
    const { view, ids } = viewOf(fine, bad, off);
    view.follow(metaAds);
    view.toggleBucket('healthy');
    expect(ids()).toEqual([]);
    view.narrowAgain();
    expect(ids()).toEqual(['bad']);
    view.clearFilters();
    expect(ids()).toHaveLength(3);
  });

  it('separate what may be remembered: nothing in it comes from the console', () => {
    const { view } = viewOf(fine, bad, off);
    view.toggleBucket('error');
    const own = view.ownFilters.value;
    view.follow(googleAds);
    view.setFilters({ search: 'été' });
    expect(view.filters.value).toMatchObject({ platform: 'google_ads', search: 'été', buckets: [] });
    expect(view.ownFilters.value).toBe(own);
  });

  it('leave the list unchanged if no source belongs to its platform', () => {
    const { view, ids } = viewOf(fine, bad, off);
    view.follow({ platform: 'shopify', name: 'Shopify admin' });
    expect(ids()).toHaveLength(3);
    expect(view.front.value).toMatchObject({ rows: [], isNarrowed: false });
    view.setFilters({ profile: 'fr' });
    view.follow(null);
    expect(ids()).toEqual(['fine']);
  });

  it('narrow as soon as there are sources', () => {
    const { list, view, ids } = viewOf(fine);
    const ready = list.value;
    list.value = { state: 'loading' };
    view.follow(googleAds);
    expect(view.frontPlatform.value).toBeNull();
    list.value = ready;
    expect(view.frontPlatform.value).toBe('google_ads');
    expect(ids()).toEqual(['fine']);
  });
});
