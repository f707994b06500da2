import { describe, expect, it } from 'vitest';
import { AS_OF, aSource } from '../../../fixtures/builders.ts';
import { findAccount } from '../../../lib/panel/account-in-front.ts';
import type { Row } from '../../../lib/snapshot/rows/row.ts';
import { rowOf } from '../../../lib/snapshot/rows/row-of.ts';
import { accountTexts as words } from '../../../lib/texts/account-in-front.ts';

const ID = '7012345678905678';

interface Refs {
  selected?: string[];
  others?: string[];
}

function aRow(name: string, refs: Refs | null, platform = 'tiktok_ads'): Row {
  const { selected = [], others = [] } = refs ?? {};
  const row = rowOf(aSource({ id: name, name, platform }), new Date(AS_OF));
  return { ...row, accounts: refs && { selected, others } };
}

function find(rows: Row[], { isWhole = true, isOnlyName = true } = {}) {
  const answer = findAccount({ platform: 'tiktok_ads', id: ID, isOnlyName }, rows, isWhole);
  expect(JSON.stringify(answer)).not.toContain(ID);
  return answer && 'rows' in answer ? { ...answer, rows: answer.rows.map(({ name }) => name) } : answer;
}

describe('the account in front', () => {
  it('is in every source with a matching selected account, and in no other platform’s', () => {
    const rows = [
      aRow('Été', { selected: ['•••1111', '•••5678'] }),
      aRow('Hiver', { selected: ['•••2222'] }),
      aRow('Printemps', { selected: ['70•••78'] }),
      aRow('Automne', { others: ['•••5678'] }),
      aRow('Meta', { selected: ['•••5678'] }, 'meta_ads'),
    ];
    expect(find(rows)).toEqual({ kind: 'this', end: '5678', rows: ['Été', 'Printemps'] });
  });

  it('may be in sources where fewer characters match, if it is certainly in no other', () => {
    const little = [aRow('A', { selected: ['•••78'] }), aRow('B', { selected: ['7•••'] })];
    expect(find(little)).toEqual({ kind: 'maybe', end: '5678', rows: ['A', 'B'] });
    expect(find([...little, aRow('C', { selected: ['•••5678'] })])).toMatchObject({
      kind: 'this',
      rows: ['C'],
    });
    expect(find([...little, aRow('C', { others: ['•••5678'] })])).toMatchObject({
      kind: 'maybe',
      rows: ['A', 'B'],
    });
  });

  const known = aRow('A', { selected: ['•••1111'], others: ['•••5678'] });

  it('is listed but not selected if every selected account is a different one', () => {
    expect(find([known, aRow('B', { selected: ['•••2222'], others: ['•••'] })])).toEqual({
      kind: 'notSelected',
      end: '5678',
    });
  });

  it.each([
    ['a selected account cannot be compared', [known, aRow('B', { selected: ['•••'] })], {}],
    ['accounts are not reported', [known, aRow('B', null)], {}],
    ['a source cannot be read', [known], { isWhole: false }],
    ['accounts have other names', [known], { isOnlyName: false }],
  ])('is not selected in the sources that list it, and nothing more is said, if %s', (_, rows, options) => {
    expect(find(rows, options)).toEqual({ kind: 'unselected', end: '5678', rows: ['A'] });
  });

  const other = aRow('A', { selected: ['•••1111'], others: ['•••2222'] });

  it('is in no source if every account could be compared and none matches', () => {
    const rows = [other, aRow('B', {}), aRow('Meta', null, 'meta_ads')];
    expect(find(rows)).toEqual({ kind: 'none', end: '5678', platform: 'tiktok_ads', sources: 2 });
  });

  it.each([
    ['an account shows nothing', [other, aRow('B', { selected: ['•••1111', '•••'] })], {}],
    ['one that is not selected shows nothing', [other, aRow('B', { others: ['•••'] })], {}],
    ['one that is not selected may be it', [other, aRow('B', { others: ['•••78'] })], {}],
    ['an account has a name', [other, aRow('B', { selected: ['tt_•••_fr'] })], {}],
    ['an account is not masked', [other, aRow('B', { selected: ['12345'] })], {}],
    ['accounts are not reported', [other, aRow('B', null)], {}],
    ['a source cannot be read', [other], { isWhole: false }],
    ['accounts have other names', [other], { isOnlyName: false }],
    ['no source is of the platform', [aRow('Meta', { selected: ['•••1111'] }, 'meta_ads')], {}],
    ['there is no source', [], {}],
  ])('is not reported as absent if %s', (_, rows, options) => {
    expect(find(rows, options)).toBeNull();
  });
});

describe('its words', () => {
  it.each([
    [words.none('5678', 'TikTok Ads', 3), 'Account …5678 is in none of your 3 TikTok sources.'],
    [words.none('5678', 'Google Analytics', 1), 'Account …5678 is not in your Google Analytics source.'],
    [words.notSelected('5678'), 'Account …5678 is known, and not selected.'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected);
  });
});
