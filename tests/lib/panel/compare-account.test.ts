import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compareAccount, shownEnd } from '../../../lib/panel/compare-account.ts';
import { cpuTimeOf } from '../../cpu-time.ts';

const id = '7012345678905678';
/** By default, for an account whose id is its only name. */
const compare = (whole: string, maskedRef: string, isOnlyName = true) =>
  compareAccount({ platform: 'tiktok_ads', id: whole, isOnlyName }, maskedRef);

describe('a masked reference against the id in front', () => {
  it.each([
    ['the end, four characters', '•••5678', 'this'],
    ['asterisks', '***5678', 'this'],
    ['the beginning', '7012•••', 'this'],
    ['both ends', '70•••78', 'this'],
    ['more than enough', '7012•••••5678', 'this'],
    ['several masks', '70•••45••••5678', 'this'],
    ['groups', '•••• •••• •••• 5678', 'this'],
    ['groups with dashes', '7012-••••-••••-5678', 'this'],
    ['a prefix', 'act_•••5678', 'this'],
    ['a prefix in capitals', 'ACT_•••5678', 'this'],
    ['a prefix without a separator', 'act•••5678', 'this'],
    ['a resource name', 'properties/70•••78', 'this'],
    ['a URN', 'urn:li:sponsoredAccount:70••••78', 'this'],
    ['Analytics’ letter', 'p7012•••', 'this'],
    ['fullwidth digits', '•••５６７８', 'this'],
    ['a connector’s short word', 'tt_•••_5678', 'this'],
    ['a word and a blank', 'Account •••5678', 'this'],

    ['three characters', '•••678', 'maybe'],
    ['one at each end', '7•••8', 'maybe'],
    ['what is visible between two masks, as it may stand anywhere', '•••2345••', 'maybe'],

    ['another end', '•••5679', 'other'],
    ['another beginning', '7013•••', 'other'],
    ['the right end and another beginning', '8•••5678', 'other'],
    ['the visible part elsewhere in the id', '•••3456', 'other'],
    ['the end at the beginning', '5678•••', 'other'],
    ['parts in another order', '70•••890•••345•••78', 'other'],
    ['more than the id is long', `${id.slice(0, 12)}•••${id.slice(-8)}`, 'other'],
    ['nothing left to hide', `${id.slice(0, 8)}•${id.slice(8)}`, 'other'],

    ['nothing visible', '•••', 'unknown'],
    ['nothing visible but a prefix', 'act_•••', 'unknown'],
    ['nothing masked', id, 'unknown'],
    ['nothing masked, and another id', '12345', 'unknown'],
    ['a name', 'tt_•••_fr', 'unknown'],
    ['an account’s number instead of its id', 'F1•••78', 'unknown'],
    ['an e-mail address', 'a•••@b.example', 'unknown'],
    ['a name that ends like it', 'tt_fr_•••_a5678', 'unknown'],
    ['a number in other digits', '•••٥٦٧٨', 'unknown'],
    ['nothing', '', 'unknown'],
  ])('%s: %s', (_, ref, likeness) => {
    expect(compare(id, ref)).toBe(likeness);
  });

  it.each([
    ['Amazon’s entity', 'ENTITY1TVPGA5B1GOJW', 'ENTITY•••GOJW', 'this'],
    ['in small letters', 'ENTITY1TVPGA5B1GOJW', '•••gojw', 'this'],
    ['what every entity begins with', 'ENTITY1TVPGA5B1GOJW', 'ENTITY•••', 'unknown'],
    ['another entity', 'ENTITY1TVPGA5B1GOJW', 'ENTITY•••GOJX', 'unknown'],
    ['a seller', 'ENTITY1TVPGA5B1GOJW', 'A1•••XYZ9', 'unknown'],
    ['a profile’s number', 'ENTITY1TVPGA5B1GOJW', '•••5678', 'unknown'],
    ['a store', 'maison-ete', 'mai•••ete', 'this'],
    ['a store by its host', 'maison-ete', 'mai•••ete.myshopify.com', 'this'],
    ['any store’s host', 'maison-ete', '•••.myshopify.com', 'unknown'],
    ['another store', 'maison-ete', 'nord•••.myshopify.com', 'unknown'],
    ['a domain of its own', 'maison-com', '•••.com', 'unknown'],
    ['a connector’s short word', 'maison-fr', 'shop_•••_fr', 'maybe'],
    ['a store’s number', 'maison-ete', 'gid://shopify/Shop/•••1234', 'unknown'],
    ['a UUID', '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d', '0a1b••••-••••-••••-••••-••••••••3c4d', 'this'],
    ['a UUID in capitals', '0A1B2C3D-4E5F-4A6B-8C7D-9E0F1A2B3C4D', '•••3c4d', 'this'],
    ['a short word before it', '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d', 'snap_•••_3c4d', 'this'],
  ])('%s: %s and %s', (_, whole, ref, likeness) => {
    expect(compare(whole, ref, false)).toBe(likeness);
  });

  it('proves nothing on a mismatch if the account has other names', () => {
    expect(compare(id, '•••5679', false)).toBe('unknown');
    expect(compare(id, '•••5678', false)).toBe('this');
  });
});

describe('for any id', () => {
  const digits = fc.stringMatching(/^\d{6,20}$/);
  const mask = fc
    .tuple(fc.constantFrom('•', '*'), fc.integer({ min: 1, max: 12 }))
    .map(([one, times]) => one.repeat(times));
  const prefix = fc.constantFrom('', 'act_', 'properties/', 'urn:li:sponsoredAccount:', 'ACT_');
  const cut = fc.nat(6).chain((head) => fc.nat(6).map((tail) => ({ head, tail })));

  test('its own mask matches it, whatever the mask’s form', () => {
    fc.assert(
      fc.property(digits, cut, mask, prefix, (whole, { head, tail }, hidden, label) => {
        fc.pre(head + tail < whole.length);
        const ref = label + whole.slice(0, head) + hidden + whole.slice(whole.length - tail);
        const expected = head + tail >= 4 ? 'this' : head + tail > 0 ? 'maybe' : 'unknown';
        expect(compare(whole, ref)).toBe(expected);
      }),
    );
  });

  test('another id’s mask matches it only if the visible part does', () => {
    fc.assert(
      fc.property(digits, digits, cut, mask, (whole, other, { head, tail }, hidden) => {
        fc.pre(head + tail < other.length && head + tail > 0);
        const [first, last] = [other.slice(0, head), other.slice(other.length - tail)];
        const isFit = whole.startsWith(first) && whole.endsWith(last) && head + tail < whole.length;
        expect(compare(whole, first + hidden + last) !== 'other').toBe(isFit);
      }),
    );
  });

  test('nothing throws, and nothing takes long', async () => {
    const ref = fc.string({
      unit: fc.constantFrom('•', '*', 'a', '1', '_', '-', ':', '/', ' ', 'é', '👍'),
      maxLength: 100,
    });
    fc.assert(fc.property(fc.string(), ref, (whole, text) => void compare(whole, text)));
    const time = await cpuTimeOf(() => {
      for (const piece of ['a ', 'a_', '_', 'a', '•1']) compare(id, piece.repeat(5000));
    });
    expect(time).toBeLessThan(2000);
  });

  test('no more than four characters of it are shown, nor more than half', () => {
    expect(shownEnd(id)).toBe('5678');
    expect(shownEnd('12345')).toBe('45');
    expect(shownEnd('5')).toBe('');
    fc.assert(
      fc.property(fc.string(), (whole) => {
        const end = shownEnd(whole);
        expect(whole.endsWith(end)).toBe(true);
        expect(end.length).toBeLessThanOrEqual(Math.min(4, whole.length / 2));
      }),
    );
  });
});
