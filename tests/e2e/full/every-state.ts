/** Every state of the panel that a scenario, a stored value or the user's own choice leads to. */
import { z } from 'zod';
import { SCENARIOS } from '../../../fixtures/scenarios.ts';
import type { Panel, Running } from '../../../scripts/browsers/browser.ts';
import { HEADING, STATUS } from '../seen.ts';

/** Each row's address and name. */
const ROWS = `Array.from(document.querySelectorAll('main h3 > a'), (row) => [row.getAttribute('href'), row.textContent])`;
const Rows = z.array(z.tuple([z.string(), z.string()]));

/** Unfolds everything that can be unfolded, and opens the preview of one action. */
const OPEN_ALL = `(() => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  document.querySelector('main > :not([hidden]) button[aria-expanded="false"]')?.click();
})()`;

async function goTo(panel: Panel, hash: string, isThere: string): Promise<void> {
  await panel.goto(hash);
  await panel.waitFor(isThere);
  await panel.painted();
}

async function store(running: Running, panel: Panel, code: string, heading: string): Promise<void> {
  await running.evaluate(code);
  await panel.waitFor(`${HEADING}?.startsWith(${JSON.stringify(heading)})`);
}

/** Goes through all states, and calls `visit` in each with its place and its name. */
export async function throughEveryState(
  running: Running,
  panel: Panel,
  visit: (place: string, state: string) => Promise<void>,
): Promise<void> {
  for (const { id, title } of SCENARIOS) {
    await goTo(panel, '#/data', `document.querySelector('[aria-describedby="scenario-${id}"]')`);
    await panel.evaluate(`document.querySelector('[aria-describedby="scenario-${id}"]').click()`);
    await panel.waitFor(`${STATUS}.startsWith('Loaded “${title}”')`);
    await goTo(panel, '#/', `${HEADING}?.includes('source')`);
    await visit('list', `${id}: list`);
    for (const [hash, name] of Rows.parse(await panel.evaluate(ROWS))) {
      const isThere = `${HEADING} === ${JSON.stringify(name)} && document.getElementById('external-accounts')`;
      await goTo(panel, hash, isThere);
      await panel.evaluate(OPEN_ALL);
      await visit('source', `${id}: ${hash}`);
    }
  }

  await goTo(panel, '#/', `document.querySelector('main > :not([hidden]) input[type=search]')`);
  await panel.evaluate(`document.querySelector('input[type=search]').focus()`);
  await panel.type('no such source');
  await panel.waitFor(`document.querySelector('search').textContent.includes('No source matches.')`);
  await visit('list', 'nothing found');
  await panel.press('Escape');

  await goTo(panel, '#/data', `document.querySelector('textarea')`);
  await visit('Data', 'Data');
  await panel.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', '{"sources": 7, "token": "x"}');
    document.querySelector('textarea').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  })()`);
  await panel.waitFor(`${STATUS}.includes('was refused')`);
  await visit('Data', 'a refusal');

  await panel.goto('#/');
  const set = (item: string) => `chrome.storage.local.set(${item})`;
  await store(running, panel, set(`{ 'source/0': '{', rows: '' }`), '1 of 2 sources cannot be read.');
  await visit('list', 'one unreadable source');
  await store(running, panel, set(`{ snapshot: '{' }`), 'The stored snapshot cannot be read.');
  await visit('trouble', 'damaged');
  await store(
    running,
    panel,
    set('{ snapshot: \'{"layout":99}\' }'),
    'This snapshot was stored by a newer version',
  );
  await visit('trouble', 'newer');
  await goTo(panel, '#/data', `document.querySelector('textarea')`);
  await visit('Data', 'newer');
  await panel.goto('#/');
  await store(running, panel, 'chrome.storage.local.clear()', 'Nothing is stored yet.');
  await visit('trouble', 'nothing stored');
}
