import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {withoutLogin, withoutSecretParameters, withSecrets} from '../replay/marking/replay-url';
import {propertyOptions} from '../testing/property-options';
import {MAX_SECRETS_IN_URL, maskUrl, secretsOfUrl, withoutUrlSecrets} from './url-secrets';

/** Credentials wherever an address may have them; each contains `5ecret`. */
const token = 'eyJhbGciOi5ecret.eyJhbGciOi5ecret.c2ln';
const segment = fc.constantFrom(
  ...['', 'a', 'b.c', 'a;v=1', 'x&y=1', 'token/abc5ecretdef', 'token/abc5ecretdef;v=1'],
  ...['token=5ecret1', 'a;jsessionid=5ecret2', token, `x=${token}`, `${token};v=1`],
  ...['https://amy:5ecret3@x.test', 'token=https://amy:5ecret4@x.test'],
);
const path = fc.array(segment, {maxLength: 4}).map((segments) => segments.map((one) => `/${one}`).join(''));
const parameter = fc.constantFrom(
  ...['', 'q', 'q=', 'x=1', 'a/b=c/d', 'token=5ecret1', 'api_key=5ecret5', `x=${token}`, `x=${token}/`],
  ...['next=https://amy:5ecret3@x.test/', 'next=https%3A%2F%2Fx.test%2F%3Ftoken%3D5ecret6'],
  ...['next=https://x.test/?token=5ecret7', 'https://amy:5ecret3@x.test/', 'x=1;token=5ecret8'],
  ...[`h=Bearer%20${token}`, `h=Bearer+${token}`],
);
const list = fc.array(parameter, {maxLength: 4}).map((parameters) => parameters.join('&'));
const fragment = fc.oneof(
  list,
  fc.tuple(fc.constantFrom('', '!'), path, list).map(([mark, route, rest]) => `${mark}/a${route}?${rest}`),
);
const addresses = fc
  .record({
    login: fc.constantFrom('', 'amy:5ecret9@', 'amy@', '5ecret10:@', 'a@5ecret11@'),
    path,
    query: fc.option(list.map((text) => `?${text}`)),
    hash: fc.option(fragment.map((text) => `#${text}`)),
  })
  .map(
    ({login, path, query, hash}) =>
      `https://${login}api.example.test/api/track${path}${query ?? ''}${hash ?? ''}`,
  );

function hide(url: string) {
  const values = secretsOfUrl(url);
  fc.pre(values.length < MAX_SECRETS_IN_URL);
  const references = new Map(
    values.map((value, index) => [value, `secret-${index.toString(16).padStart(32, '0')}`]),
  );
  const found = new Map([...references].map(([value, reference]) => [reference, value]));
  return {stored: withoutUrlSecrets(url, references), lookUp: (reference: string) => found.get(reference)};
}

function check(title: string, test: (url: string) => void): void {
  it(title, () => fc.assert(fc.property(addresses, test), propertyOptions(20_000)));
}

describe('an address with credentials anywhere', () => {
  check('is the same again with their values', (url) => {
    const {stored, lookUp} = hide(url);
    expect(withSecrets(stored, lookUp)).toBe(url);
  });

  check('is masked the same, before it is stored and after', (url) => {
    expect(maskUrl(hide(url).stored)).toBe(maskUrl(url));
    expect(maskUrl(maskUrl(url))).toBe(maskUrl(url));
  });

  check('holds none that is stored or shown', (url) => {
    expect(hide(url).stored).not.toContain('5ecret');
    expect(maskUrl(url)).not.toContain('5ecret');
  });

  check('is sent without them, and otherwise as it was', (url) => {
    const sent = withoutSecretParameters(withoutLogin(hide(url).stored), () => true);
    expect(sent).not.toMatch(/\0|secret-|5ecret/);
    const [head = ''] = maskUrl(withoutLogin(url)).split(/#(.*)/s);
    const [address = '', query] = head.split(/\?(.*)/s);
    const keep = (text: string) =>
      text
        .split('&')
        .filter((one) => !one.endsWith('=MASKED'))
        .join('&');
    const kept = query === undefined ? '' : keep(query);
    const expected = address + (query === undefined || (kept === '' && query !== '') ? '' : `?${kept}`);
    expect(sent.split('#')[0]).toBe(expected);
  });
});
