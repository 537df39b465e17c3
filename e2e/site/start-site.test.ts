import {readdir} from 'node:fs/promises';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {type Site, startSite} from './start-site';

const apiUrl = 'http://127.0.0.1:41234';

let site: Site;
beforeAll(async () => {
  site = await startSite({apiUrl});
});
afterAll(() => site.close());

describe('Acme Workspace', () => {
  it('serves every file of its folder, with its type', async () => {
    const types: Record<string, string> = {
      html: 'text/html',
      css: 'text/css',
      js: 'text/javascript',
      svg: 'image/svg',
    };
    const names = await readdir(new URL('./public', import.meta.url));
    for (const name of names) {
      const response = await fetch(`${site.url}/${name}`);
      expect([name, response.status]).toEqual([name, 200]);
      expect(response.headers.get('content-type')).toContain(types[name.split('.')[1] ?? '']);
      await response.arrayBuffer();
    }
  });

  it('tells its pages where the Track API is', async () => {
    expect(await (await fetch(`${site.url}/config.js`)).text()).toContain(`"${apiUrl}"`);
  });

  it('shows the same pages under the scope of the proxying service worker', async () => {
    expect(await (await fetch(`${site.url}/proxied/faults.html`)).text()).toContain('Faulty senders');
  });

  it('sends the policy that is asked for', async () => {
    const response = await fetch(`${site.url}/faults.html?csp=${encodeURIComponent("connect-src 'self'")}`);
    expect(response.headers.get('content-security-policy')).toBe("connect-src 'self'");
  });

  it.each(['/nothing.html', '/../start-site.ts', '/%2e%2e/start-site.ts', '/public/app.css'])(
    'has no page %s',
    async (path) => {
      expect((await fetch(site.url + path)).status).toBe(404);
    },
  );
});
