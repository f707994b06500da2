import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aSnapshot, aSource } from '../../fixtures/builders.ts';
import { importSnapshot } from '../../lib/snapshot/import.ts';
import type { Panel } from '../../scripts/browsers/browser.ts';
import { waitUntil } from '../../scripts/browsers/wait-until.ts';
import { inEachBrowser } from './browsers.ts';
import { HEADING, STATUS } from './seen.ts';

const READ_STORED = 'chrome.storage.local.get(null)';

/** What a keyboard user has focused: its words, or its type. */
const FOCUSED = `(() => {
  const at = document.activeElement;
  const described = document.getElementById(at.getAttribute('aria-describedby'))?.textContent ?? '';
  return [at.type === 'file' || at.type === 'search' ? at.type : at.tagName === 'TEXTAREA' ? 'paste' : at.ariaLabel ?? at.textContent, described].join(' ').trim();
})()`;

const team = aSnapshot({
  sources: ['Nord', 'Ost', 'Süd'].map((name) => aSource({ id: name, name: `Ads ${name}` })),
});

/** Presses Tab until the focus is there. @throws after more steps than the place has */
async function tabTo(panel: Panel, words: string, key = 'Tab') {
  const passed: unknown[] = [];
  for (let steps = 0; steps < 80; steps++) {
    await panel.press(key);
    const at = await panel.evaluate(FOCUSED);
    if (String(at).startsWith(words)) return;
    passed.push(at);
  }
  throw new Error(`No “${words}” among ${passed.join(', ')}`);
}

const said = (panel: Panel, words: string) => panel.waitFor(`${STATUS}.includes(${JSON.stringify(words)})`);

inEachBrowser('QA in the Data place, by keyboard alone', (browser) => {
  let folder: string;
  let panel: Panel;
  let before: unknown;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snapshot-files-'));
    await writeFile(join(folder, 'team.json'), JSON.stringify(team));
    const broken = { ...team, sources: [{ ...aSource(), name: '', connection: 7 }] };
    await writeFile(join(folder, 'broken.json'), JSON.stringify(broken));
    panel = await browser().window.openPanel();
    await browser().downloadTo(folder);
    await panel.waitFor(`${HEADING} === "2 of 14 sources need action."`);
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('goes to the Data place', async () => {
    await tabTo(panel, 'Test data');
    await panel.press('Enter');
    await panel.waitFor(`${HEADING} === "Test data" && document.activeElement.tagName === "H1"`);
  });

  it('loads a scenario', async () => {
    await tabTo(panel, 'search');
    await panel.type('rate limited');
    await tabTo(panel, 'Load Rate limited');
    await panel.press('Enter');
    await said(panel, 'Loaded “Rate limited”');
    await tabTo(panel, 'Undo');
    await tabTo(panel, 'Show the sources');
    await panel.press('Enter');
    await panel.waitFor(`${HEADING}?.includes("source")`);
    expect(await panel.text()).toContain('rate_limited');
    await tabTo(panel, 'Test data');
    await panel.press('Enter');
    await panel.waitFor(`${HEADING} === "Test data"`);
  });

  it('imports a file', async () => {
    await tabTo(panel, 'file');
    await panel.choose('input[type=file]', join(folder, 'team.json'));
    await said(panel, 'Imported “team.json”: 3 sources in 1 Profile.');
    before = await browser().evaluate(READ_STORED);
    expect(JSON.stringify(before)).toContain('Ads Nord');
  });

  it('shows why an import is refused, with paths, and changes nothing', async () => {
    await panel.choose('input[type=file]', join(folder, 'broken.json'));
    await said(panel, '“broken.json” was refused. Nothing was changed.');
    const text = await panel.text();
    expect(text).toContain('sources[0].name must not be empty');
    expect(text).toContain('sources[0].connection must be text');
    expect(await browser().evaluate(READ_STORED)).toEqual(before);
  });

  it('exports a file that imports back to the same snapshot', async () => {
    await tabTo(panel, 'Export');
    await panel.press('Enter');
    await said(panel, 'Exported 3 sources in 1 Profile as “source-status-2026-11-20-0800.json”.');
    const name = await waitUntil('the download', async () =>
      (await readdir(folder)).find((file) => file.startsWith('source-status') && file.endsWith('.json')),
    );
    const text = await waitUntil('its content', () => readFile(join(folder, name), 'utf8'));
    expect(importSnapshot(text)).toEqual({ ok: true, snapshot: team, masked: 0, leftOut: 0, reordered: 0 });
  });

  it('undoes the import', async () => {
    await tabTo(panel, 'Undo “team.json”');
    await panel.press('Enter');
    await said(panel, 'Undone. The previous snapshot is back.');
    await panel.waitFor('document.activeElement.textContent.startsWith("Undone.")');
    expect(JSON.stringify(await browser().evaluate(READ_STORED))).not.toContain('Ads Nord');
  });

  it('resets to what a fresh panel shows', async () => {
    await tabTo(panel, 'Reset');
    await panel.press('Enter');
    await said(panel, 'Reset to “A team’s morning”: 14 sources in 3 Profiles.');
    await panel.press('Escape');
    await panel.waitFor(`${HEADING} === "2 of 14 sources need action."`);
  });

  it('pastes a snapshot', async () => {
    await tabTo(panel, 'Test data');
    await panel.press('Enter');
    await tabTo(panel, 'paste');
    await panel.evaluate((text: string) => navigator.clipboard.writeText(text), JSON.stringify(team));
    await panel.press('Control+v');
    await said(panel, 'Imported “Pasted text”: 3 sources in 1 Profile.');
  });

  it('imports a file dropped on another place, as far as code can drop one', async () => {
    await panel.goto('#/');
    await panel.evaluate((text: string) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'dropped.json'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, JSON.stringify(team));
    await said(panel, 'Imported “dropped.json”: 3 sources');
    await panel.waitFor(`${HEADING} === "Test data"`);
  });

  it('makes a list from Airbyte files dropped together', async () => {
    await panel.goto('#/');
    const texts = await Promise.all(
      ['airbyte-connections-1', 'airbyte-connections-2', 'airbyte-jobs'].map((name) =>
        readFile(`fixtures/exports/${name}.json`, 'utf8'),
      ),
    );
    await panel.evaluate((given: string[]) => {
      const dataTransfer = new DataTransfer();
      for (const [at, text] of given.entries()) dataTransfer.items.add(new File([text], `${at}.json`));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, texts);
    await said(panel, 'Imported “0.json, 1.json, 2.json”');
    await panel.goto('#/');
    await panel.waitFor('document.body.innerText.includes("Facebook Marketing → BigQuery")');
    expect(await panel.text()).toContain('Imported data · previews only, nothing here runs');
  });

  it('had no problems in the meantime', async () => {
    expect(await panel.problems()).toEqual([]);
    await panel.close();
  });
});
