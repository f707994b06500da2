import { expect, it } from 'vitest';
import { PreferencesModel } from '../../../lib/panel/preferences.ts';
import { SharedLook } from '../../shared-look.ts';

it('follows the system, and is comfortable, until the user chooses', () => {
  const { look } = new PreferencesModel(new SharedLook());
  expect(look.value).toEqual({ theme: 'system', density: 'comfortable', singleKeys: 'on' });
});

it('keeps each choice separately', () => {
  const shared = new SharedLook();
  const { look, choose } = new PreferencesModel(shared);
  choose({ theme: 'dark' });
  choose({ density: 'compact' });
  expect(look.value).toEqual({ theme: 'dark', density: 'compact', singleKeys: 'on' });
  expect(new PreferencesModel(shared).look.value).toEqual({
    theme: 'dark',
    density: 'compact',
    singleKeys: 'on',
  });
});

it('is the same in all windows immediately', () => {
  const shared = new SharedLook();
  const [first, second] = [new PreferencesModel(shared), new PreferencesModel(shared)];
  first.choose({ theme: 'light' });
  expect(second.look.value.theme).toBe('light');
  second.choose({ density: 'compact' });
  expect(first.look.value).toEqual({ theme: 'light', density: 'compact', singleKeys: 'on' });
});

it.each(['', 'Dark', 'toString', '__proto__', '{"theme":"dark"}'])('treats %j as unknown', (kept) => {
  const shared = new SharedLook();
  shared.stored.set('theme', kept).set('density', kept);
  expect(new PreferencesModel(shared).look.value).toEqual({
    theme: 'system',
    density: 'comfortable',
    singleKeys: 'on',
  });
});
