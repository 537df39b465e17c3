import type {GivenFile} from '../files';
import {anEvent} from '../steps';

/** A batch of events without issues, except those named `wrong_…`, which have no group. */
export function sampleBody(...names: readonly string[]): string {
  return JSON.stringify(
    names.map((event_name) => anEvent({event_name, ...(event_name.startsWith('wrong_') && {context: {}})})),
  );
}

/** A HAR file of one request with that event, as a browser saves it. */
export function harOf(name: string): GivenFile {
  const request = {
    method: 'POST',
    url: 'https://api.app.thrivestack.ai/api/track',
    httpVersion: 'HTTP/2',
    headers: [{name: 'content-type', value: 'application/json'}],
    queryString: [],
    cookies: [],
    headersSize: -1,
    bodySize: -1,
    postData: {mimeType: 'application/json', text: sampleBody(name)},
  };
  const content = {size: 2, mimeType: 'application/json', text: '{}'};
  const response = {
    ...{status: 200, statusText: 'OK', httpVersion: 'HTTP/2', headers: [], cookies: [], content},
    ...{redirectURL: '', headersSize: -1, bodySize: -1},
  };
  const entry = {
    startedDateTime: '2026-11-01T10:00:00.000Z',
    time: 5,
    request,
    response,
    cache: {},
    timings: {},
  };
  const log = {version: '1.2', creator: {name: 'a browser', version: '1'}, entries: [entry]};
  return {name: `${name.split('_')[0]}.har`, text: JSON.stringify({log})};
}

/** An event with a secret, and with a text so long that only its beginning is shown at first. */
export function longBody(): string {
  const properties = {password: 'hunter-2', note: `${'so on '.repeat(3_500)}the end`};
  return JSON.stringify([anEvent({event_name: 'long_thing', properties})]);
}
