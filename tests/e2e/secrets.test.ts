import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAccount, aProfile, aRun, aSnapshot, aSource } from '../../fixtures/builders.ts';
import { launchChromium, type RunningChromium } from '../../scripts/browsers/chromium.ts';
import type { ChromiumPanel } from '../../scripts/browsers/chromium-panel.ts';
import { builtFor } from '../../scripts/browsers/launch.ts';
import { families } from './families.ts';

const found = families.find(({ family }) => family === 'Chromium')?.found;

/** Everything outside the authorized Profiles, each word once. */
const OUTSIDE = [
  'outside-profile-id',
  'Verbotenes Profil',
  'outside-source-id',
  'Zweitquelle Lissabon',
  'Fremdkonto Porto',
];
/** At most the last four characters of these may be imported. */
const UNMASKED = ['act_9081726354', 'customers/5544332211', '7654321098'];

/** Accepted, without what is outside the Profiles and with masked references. */
const accepted = aSnapshot({
  authorized_profile_ids: ['profile-france'],
  profiles: [aProfile(), aProfile({ id: 'outside-profile-id', name: 'Verbotenes Profil' })],
  sources: [
    aSource({
      id: 'own',
      name: 'Own source 7654321098',
      sync_history: [
        aRun({ status: 'failed', error: { code: '40105', message: 'customers/5544332211 is locked' } }),
      ],
      accounts: [
        anAccount({ masked_ref: 'act_9081726354' }),
        anAccount({ name: 'Fremdkonto Porto', profile_id: 'outside-profile-id' }),
      ],
    }),
    aSource({ id: 'outside-source-id', name: 'Zweitquelle Lissabon', profile_id: 'outside-profile-id' }),
  ],
});

const TOKENS = {
  'a bearer token': `Bearer ${'q7Wz'.repeat(6)}`,
  'a JWT': `eyJ${'hbGciOiJIUzI1NiJ9'.repeat(2)}.e30.c2ln`,
  'a Shopify token': `shpat_${'9f3c'.repeat(8)}`,
  'a Meta token': `EAA${'Bx7kQ2'.repeat(6)}`,
  'a Google token': `ya29.${'a0AfH6SMBx'.repeat(3)}`,
  'an AWS key': 'AKIAIOSFODNN7EXAMPLE',
  'a private key': '-----BEGIN RSA PRIVATE KEY-----',
};

/** Each token in a different kind of place: a name, a message, an id, an unknown key’s value, and a key. */
const planted = Object.entries(TOKENS).flatMap(([what, token]) => [
  [`${what} as a source’s name`, token, aSnapshot({ sources: [aSource({ name: token })] })] as const,
  [
    `${what} in an error’s message`,
    token,
    aSnapshot({
      sources: [aSource({ sync_history: [aRun({ error: { code: '1', message: `Sent ${token} to us` } })] })],
    }),
  ] as const,
  [`${what} under a key of its own`, token, { ...aSnapshot(), access_token: token }] as const,
  [`${what} as a key`, token, { ...aSnapshot(), [token]: 1 }] as const,
]);

describe.skipIf(!found)('what must not be imported', () => {
  let running: RunningChromium;
  let panel: ChromiumPanel;
  const said: string[] = [];

  beforeAll(async () => {
    if (!found || found.kind === 'firefox') return;
    running = await launchChromium(found.kind, {
      executable: found.executable,
      extension: builtFor(found.kind),
      headless: true,
    });
    panel = await running.window.openPanel();
    panel.session.on('Runtime.consoleAPICalled', (event) => said.push(JSON.stringify(event)));
    panel.session.on('Runtime.exceptionThrown', (event) => said.push(JSON.stringify(event)));
    running.context.serviceWorkers()[0]?.on('console', (message) => said.push(message.text()));
  });
  afterAll(() => running?.close());

  async function paste(snapshot: unknown, words: string) {
    await panel.goto('#/data');
    await panel.waitFor('document.querySelector("textarea") !== null');
    await panel.evaluate((text: string) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', text);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.querySelector('textarea')?.dispatchEvent(event);
    }, JSON.stringify(snapshot));
    await panel.waitFor(`document.querySelector('[role=status]').textContent.includes('${words}')`);
  }

  /** Everything that could leak: storage of every kind, the document, its title and address, the button, the console. */
  async function everything(): Promise<string> {
    const areas = await running.evaluate(`Promise.all(['local', 'sync', 'session', 'managed']
      .map((area) => chrome.storage[area]?.get(null).catch(() => null)))`);
    const button = await running.evaluate(
      'Promise.all([chrome.action.getBadgeText({}), chrome.action.getTitle({})])',
    );
    const page = await panel.evaluate(`[document.documentElement.outerHTML, document.title, location.href,
      JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie,
      JSON.stringify(history.state)]`);
    const databases = await panel.evaluate('Promise.all([indexedDB.databases(), caches.keys()])');
    return JSON.stringify([areas, button, page, databases, said, await panel.problems()]);
  }

  /** What an export would write, without a download. */
  async function exported(): Promise<string> {
    const text = await panel.evaluate(`new Promise((resolve) => {
      const original = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        URL.createObjectURL = original;
        blob.text().then(resolve);
        return original(blob);
      };
      [...document.querySelectorAll('button')].find((button) => button.textContent === 'Export').click();
    })`);
    return String(text);
  }

  it('looks in the right places: what may be imported is found there', async () => {
    await paste(aSnapshot({ sources: [aSource({ name: 'Sichtbar' })] }), 'Imported');
    await panel.goto('#/');
    await panel.waitFor('document.body.innerText.includes("Sichtbar")');
    const html = String(await panel.evaluate('document.documentElement.outerHTML'));
    expect(html).toContain('Sichtbar');
    expect(JSON.stringify(await running.evaluate('chrome.storage.local.get(null)'))).toContain('Sichtbar');
    await panel.goto('#/data');
    await panel.waitFor('document.querySelector("textarea") !== null');
    expect(await exported()).toContain('Sichtbar');
  });

  it('finds nothing that is outside the authorized Profiles or unmasked', async () => {
    await paste(accepted, '3 values were masked; 2 sources or accounts outside your Profiles were left out.');
    const places = [await everything(), await exported()];
    for (const hash of ['#/', '#/source/own', '#/source/outside-source-id', '#/data']) {
      await panel.goto(hash);
      await panel.waitFor(
        `document.querySelector('main h1') !== null && !document.body.innerText.includes('Reading the')`,
      );
      places.push(await everything());
    }
    for (const place of places) {
      // The address of a place is what the user typed.
      const written = place.replaceAll('#/source/outside-source-id', '');
      for (const secret of [...OUTSIDE, ...UNMASKED]) expect(written).not.toContain(secret);
    }
    expect(places.join()).toContain('•••6354');
  });

  it('imports a separate run of hex, a token or a request id, masked', async () => {
    const token = 'deadbeefcafe0123deadbeefcafe0123';
    await paste(aSnapshot({ sources: [aSource({ name: `Key ${token}` })] }), '1 value was masked');
    const found = `${await everything()}${await exported()}`;
    expect(found).toContain('Key dead•••0123');
    expect(found).not.toContain(token.slice(8));
  });

  it.each(planted)('%s refuses the whole import, and is found nowhere', async (_, token, snapshot) => {
    await paste(aSnapshot({ sources: [] }), 'Imported');
    const before = await running.evaluate('chrome.storage.local.get(null)');
    await paste(snapshot, 'was refused. Nothing was changed.');
    expect(await panel.text()).toContain('holds what looks like a token, a key or a password');
    const found = `${await everything()}${await exported()}`;
    expect(found).not.toContain(token);
    expect(found).not.toContain(token.slice(-16));
    expect(await running.evaluate('chrome.storage.local.get(null)')).toEqual(before);
  });
});
