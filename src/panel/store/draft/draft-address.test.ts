import {describe, expect, it} from 'vitest';
import {toDraftAddress} from './draft-address';
import {buildSource} from './draft-fakes';

const source = buildSource('{}', {url: 'https://api.example.test/api/track?a=1'});
const staging = 'https://staging.example.test';
const typed = (url: string) => ({method: 'PUT', url});

describe('where a draft goes', () => {
  it.each([
    ['as its original', source, null, null, {}],
    ['to a target, with path and query', source, null, staging, {url: `${staging}/api/track?a=1`}],
    ['as typed', null, typed(' http://a.test/b '), null, {method: 'PUT', url: 'http://a.test/b'}],
    ['typed, at a target', null, typed('http://a.test/b?c'), staging, {method: 'PUT', url: `${staging}/b?c`}],
    ['to the bare target, with nothing typed', null, typed(''), staging, {method: 'PUT', url: staging}],
    ['nowhere yet', null, typed(''), null, {method: 'PUT'}],
  ])('%s', (_, from, address, target, options) => {
    expect(toDraftAddress({source: from, address, target})).toEqual({ok: true, options});
  });

  it('says what is no address', () => {
    const found = toDraftAddress({source: null, address: typed('not one'), target: staging});
    expect(found).toEqual({ok: false, reason: '“not one” is not a valid address.'});
  });
});
