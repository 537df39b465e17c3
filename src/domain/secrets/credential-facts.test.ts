import {describe, expect, it} from 'vitest';
import {type CredentialFacts, toCredentialFacts} from './credential-facts';

const part = (value: unknown) => btoa(JSON.stringify(value)).replace(/=+$/, '');
const token = (claims: unknown) => `${part({alg: 'HS256'})}.${part(claims)}.c2lnbmF0dXJl`;

describe('the facts of a credential', () => {
  it.each<[string, CredentialFacts]>([
    ['', {scheme: null, shape: 'empty'}],
    ['Bearer', {scheme: 'Bearer', shape: 'empty'}],
    ['Basic Og==', {scheme: 'Basic', shape: 'empty'}],
    ['Basic dXNlcjpwdw==', {scheme: 'Basic', shape: 'opaque'}],
    ['Bearer k-123', {scheme: 'Bearer', shape: 'opaque'}],
    ['k-123', {scheme: null, shape: 'opaque'}],
    ['Geheim k-123', {scheme: 'other', shape: 'opaque'}],
    [token({exp: 5}), {scheme: null, shape: 'json-web-token', exp: 5}],
    [
      `Bearer ${token({exp: 5, nbf: 2, scope: 'a b'})}`,
      {scheme: 'Bearer', shape: 'json-web-token', exp: 5, nbf: 2, scopes: ['a', 'b']},
    ],
    [token({exp: '5', nbf: '2.5'}), {scheme: null, shape: 'json-web-token', exp: 5, nbf: 2.5}],
    [token({exp: 'soon', nbf: ''}), {scheme: null, shape: 'json-web-token'}],
    [`Bearer "${token({})}"`, {scheme: 'Bearer', shape: 'quoted'}],
    ['Bearer Bearer k-123', {scheme: 'Bearer', shape: 'scheme-twice'}],
    ['Bearer token k-123', {scheme: 'Bearer', shape: 'scheme-twice'}],
    ['Bearer eyJhbGciOi', {scheme: 'Bearer', shape: 'malformed'}],
    ['Bearer <your_auth_token>', {scheme: 'Bearer', shape: 'opaque', placeholder: '<your_auth_token>'}],
    ['Basic dW5kZWZpbmVkOg==', {scheme: 'Basic', shape: 'opaque', placeholder: 'undefined'}],
    ['basic WU9VUl9XUklURV9LRVk6', {scheme: 'basic', shape: 'opaque', placeholder: 'YOUR_WRITE_KEY'}],
    ['Basic bnVsbDpudWxs', {scheme: 'Basic', shape: 'opaque', placeholder: 'null'}],
    ['Basic YXBpX2tleTpzM2NyZXQ=', {scheme: 'Basic', shape: 'opaque'}],
    ['Basic a2V5Og==', {scheme: 'Basic', shape: 'opaque'}],
    ['YOUR_API_KEY', {scheme: null, shape: 'opaque', placeholder: 'YOUR_API_KEY'}],
    ['process.env.KEY', {scheme: null, shape: 'opaque', placeholder: 'process.env.KEY'}],
  ])('of %j', (value, facts) => {
    expect(toCredentialFacts(value)).toEqual(facts);
  });

  it('hold no part of it', () => {
    const value = token({sub: 'geheim', exp: 5});
    const facts = JSON.stringify([
      toCredentialFacts(`Bearer ${value}`),
      toCredentialFacts(`Geheim ${value}`),
    ]);
    for (const piece of value.split('.')) expect(facts).not.toContain(piece);
    expect(facts).not.toMatch(/geheim/i);
  });
});
