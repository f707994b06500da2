import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Panel } from '../../scripts/browsers/browser.ts';
import { inEachBrowser } from './browsers.ts';

/** Each tries to reach `url` from within the panel; beside it the directive that has to refuse it. */
const attempts: [name: string, directive: string, attempt: string | ((url: string) => unknown)][] = [
  ['fetch', 'connect-src', (url) => fetch(url)],
  [
    'XMLHttpRequest',
    'connect-src',
    (url) => {
      const request = new XMLHttpRequest();
      request.open('GET', url);
      request.send();
    },
  ],
  ['a WebSocket', 'connect-src', (url) => new WebSocket(url.replace(/^http/, 'ws'))],
  ['an EventSource', 'connect-src', (url) => new EventSource(url)],
  ['sendBeacon', 'connect-src', (url) => navigator.sendBeacon(url, 'seen')],
  [
    'an image',
    'img-src',
    (url) => {
      new Image().src = `${url}/pixel.png`;
    },
  ],
  ['a font', 'font-src', (url) => new FontFace('Far', `url(${url}/far.woff2)`).load()],
  [
    'a style sheet',
    'style-src-elem',
    (url) => {
      document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }));
    },
  ],
  [
    'a frame',
    'frame-src',
    (url) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src: url }));
    },
  ],
  // A string, or Vite would make it an import of its own.
  ['a dynamic import', 'script-src-elem', '(url) => import(url)'],
  [
    'a form',
    'form-action',
    (url) => {
      const form = Object.assign(document.createElement('form'), { action: url, method: 'post' });
      document.body.append(form);
      form.submit();
    },
  ],
];

/** Runs an attempt, and tells which directive refused it: code for the panel. */
const REFUSAL = `(attempt, url) => new Promise((tell) => {
  addEventListener('securitypolicyviolation', (event) => tell(event.effectiveDirective), { once: true });
  AbortSignal.timeout(2000).addEventListener('abort', () => tell('nothing'));
  Promise.try(attempt, url).catch(() => {});
})`;

inEachBrowser('the panel connects to nothing', (browser) => {
  let panel: Panel;
  let requests = 0;
  // Not the connections: Chromium opens one for a frame or a form before it asks the CSP, and sends nothing on it.
  const server = createServer((_, response) => {
    requests += 1;
    response.end();
  });
  let local: string;

  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    local = `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`;
    panel = await browser().window.openPanel();
  });
  afterAll(() => server.close());

  it.each(attempts)('%s is refused by %s', async (_, directive, attempt) => {
    for (const url of [local, 'https://example.com']) {
      expect(await panel.evaluate(`(${REFUSAL})(${attempt}, '${url}')`)).toBe(directive);
    }
  });

  it('the local server has heard of none of it', () => {
    expect(requests).toBe(0);
  });

  it('a string becomes neither markup nor code', async () => {
    await expect(panel.evaluate("document.createElement('p').innerHTML = '<b>'")).rejects.toThrow(
      'TypeError',
    );
    // In a task of the page itself: in Firefox, code that a debugger runs may evaluate strings.
    const evaluating = `new Promise((done, failed) => setTimeout(() => {
      try { done(eval('1 + 1')); } catch (error) { failed(error); }
    }))`;
    await expect(panel.evaluate(evaluating)).rejects.toThrow('EvalError');
  });
});
