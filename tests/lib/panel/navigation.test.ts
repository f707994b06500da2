import { describe, expect, it } from 'vitest';
import { NavigationModel } from '../../../lib/panel/navigation.ts';

function aNavigation() {
  const addresses: string[] = [];
  const navigation = new NavigationModel((hash) => addresses.push(hash));
  return { navigation, addresses };
}

describe('going somewhere', () => {
  it.each([
    ['', '#/'],
    ['#/source/a', '#/source/a'],
    ['#/source/a%2Db', '#/source/a-b'],
    ['#/data', '#/data'],
  ])('stays in the same place from %j to %j', (from, to) => {
    const { navigation } = aNavigation();
    navigation.goTo(from);
    const before = navigation.place.value;
    navigation.goTo(to);
    expect(navigation.place.value).toBe(before);
  });

  it.each(['https://evil.example/', '//evil.example/', 'javascript:alert(1)', '#/nowhere', ''])(
    'redirects only to the panel’s own addresses, not to %j',
    (hash) => {
      const { navigation, addresses } = aNavigation();
      navigation.redirect(hash);
      expect(addresses).toEqual(['#/']);
      navigation.redirect('#/source/a b');
      expect(addresses).toEqual(['#/', '#/source/a%20b']);
      expect(navigation.place.value).toEqual({ name: 'source', id: 'a b' });
    },
  );
});

describe('the notice in the list', () => {
  it('is shown until the user leaves the list, and gone when they return', () => {
    const { navigation, addresses } = aNavigation();
    navigation.goTo('#/source/gone');
    navigation.backToList('It is gone.');
    expect(addresses).toEqual(['#/']);
    expect(navigation.place.value).toEqual({ name: 'sources' });
    navigation.goTo('#/');
    expect(navigation.notice.value).toBe('It is gone.');
    navigation.goTo('#/data');
    expect(navigation.notice.value).toBeNull();
    navigation.goTo('#/');
    expect(navigation.notice.value).toBeNull();
  });
});
