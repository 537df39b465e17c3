import {describe, expect, it} from 'vitest';
import {askForProduction, toConfirmedKey} from './replay-confirmations';

const target = {name: 'Live', baseUrl: 'https://live.example.com', production: true};
type Targets = Parameters<typeof askForProduction>[0]['targets'];

function ask(url: string, targets: readonly object[], confirmed: string[] = []) {
  return askForProduction({url, events: 3, targets: targets as Targets, confirmed: new Set(confirmed)});
}

describe('sending', () => {
  it.each([
    ['a production target', 'https://live.example.com/api/track', [target], 'Live'],
    ['an origin that is no target', 'https://api.example.com/api/track', [target], null],
    ['an origin without any target', 'https://api.example.com/api/track', [], null],
  ])('to %s asks', (_, url, targets, name) => {
    const {origin} = new URL(url);
    expect(ask(url, targets)).toEqual([{kind: 'production', origin, name, events: 3}]);
    const confirmed = ask(url, targets).map(toConfirmedKey);
    expect(ask(url, targets, confirmed), 'once a session').toEqual([]);
  });

  it('asks again after an origin that was confirmed became a production target', () => {
    const url = 'https://live.example.com/api/track';
    const confirmed = ask(url, []).map(toConfirmedKey);
    expect(ask(url, [target], confirmed)).toMatchObject([{name: 'Live'}]);
  });

  it.each([
    ['a target that is not production', 'https://live.example.com/x', [{...target, production: false}]],
    ['this computer', 'http://127.0.0.1:3000/api/track', []],
    ['its own network', 'http://192.168.0.2/api/track', [target]],
    ['what is no address', '/api/track', []],
  ])('to %s does not', (_, url, targets) => {
    expect(ask(url, targets)).toEqual([]);
  });
});
