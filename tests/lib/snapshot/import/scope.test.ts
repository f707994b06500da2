import { expect, test } from 'vitest';
import { anAccount, aProfile, aSnapshot, aSource } from '../../../../fixtures/builders.ts';
import { scopeHeader, scopeOf, scopeSource } from '../../../../lib/snapshot/import/scope.ts';

const france = new Set(['profile-france']);

test('the scope is the authorized Profiles', () => {
  expect(scopeOf(aSnapshot({ authorized_profile_ids: ['a', 'b'] }))).toEqual(new Set(['a', 'b']));
});

test('a header keeps its authorized Profiles and nothing of the others', () => {
  const header = aSnapshot({ profiles: [aProfile({ id: 'profile-spain' }), aProfile()] });

  expect(scopeHeader(header, france)).toEqual({ ...header, profiles: [aProfile()] });
});

test('a source of another Profile is dropped', () => {
  expect(scopeSource(aSource({ profile_id: 'profile-spain' }), france)).toBeNull();
});

test('a source keeps its accounts of authorized Profiles, in their order', () => {
  const source = aSource({
    accounts: [
      anAccount({ name: 'A' }),
      anAccount({ profile_id: 'profile-spain' }),
      anAccount({ name: 'B' }),
    ],
  });

  expect(scopeSource(source, france)).toEqual(
    aSource({ accounts: [anAccount({ name: 'A' }), anAccount({ name: 'B' })] }),
  );
});

test('nothing is in scope without authorized Profiles', () => {
  expect(scopeSource(aSource(), new Set())).toBeNull();
});

test('the input is not modified', () => {
  const source = aSource({ accounts: [anAccount({ profile_id: 'profile-spain' })] });
  scopeSource(source, france);

  expect(source.accounts).toHaveLength(1);
});
