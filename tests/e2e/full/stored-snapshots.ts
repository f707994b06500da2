/** Snapshots that can be told apart, and which of them is found in extension storage. */
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { manySources } from '../../../fixtures/many-sources.ts';
import { importSnapshot } from '../../../lib/snapshot/import.ts';
import { rowOf } from '../../../lib/snapshot/rows/row-of.ts';
import type { Running } from '../../../scripts/browsers/browser.ts';

/** A snapshot as a file, and its sources and rows as the store writes them. */
export interface Sample {
  name: string;
  text: string;
  sources: string[];
  rows: string[];
}

export function sample(name: string, count: number, runs: number): Sample {
  const many = manySources(count, runs);
  const sources = many.sources.map((source) => ({ ...source, name: `${name} ${source.name}` }));
  const text = JSON.stringify({ ...many, notice: name, sources });
  const result = importSnapshot(text);
  if (!result.ok) throw new Error(`${name} is no snapshot: ${JSON.stringify(result.problems)}`);
  const asOf = new Date(many.generated_at);
  return {
    name,
    text,
    sources: result.snapshot.sources.map((source) => JSON.stringify(source)),
    rows: result.snapshot.sources.map((source) => JSON.stringify(rowOf(source, asOf))),
  };
}

const Items = z.record(z.string(), z.unknown());
const Index = z.object({ id: z.string(), count: z.number(), header: z.object({ notice: z.string() }) });
const Rows = z.object({ id: z.string(), rows: z.array(z.unknown()) });

const parsed = (text: unknown): unknown => JSON.parse(z.string().parse(text));

/** Everything stored. */
export async function readStored(running: Pick<Running, 'evaluate'>): Promise<Record<string, unknown>> {
  return Items.parse(await running.evaluate('chrome.storage.local.get(null)'));
}

/**
 * Which sample is stored: header, rows, count and every source must belong to the same one.
 * @throws if it is none of them, or incomplete
 */
export function wholeOf(stored: Record<string, unknown>, samples: readonly Sample[]): Sample {
  const index = Index.parse(parsed(stored.snapshot));
  const found = samples.find(({ name }) => name === index.header.notice);
  if (!found) throw new Error(`The header is of “${index.header.notice}”.`);
  const complain = (what: string) => new Error(`The header is of “${found.name}”, but not ${what}.`);
  if (index.count !== found.sources.length) throw complain(`the count, which is ${index.count}`);
  const rows = Rows.parse(parsed(stored.rows));
  if (rows.id !== index.id || rows.rows.length !== index.count) throw complain('the rows');
  for (const [position, source] of found.sources.entries()) {
    if (stored[`source/${position}`] !== source) throw complain(`source ${position}`);
    if (JSON.stringify(rows.rows[position]) !== found.rows[position]) throw complain(`row ${position}`);
  }
  return found;
}

/** The keys that don't belong to any snapshot of this size. */
export function leftOver(stored: Record<string, unknown>, { sources }: Sample): string[] {
  return Object.keys(stored).filter(
    (key) => key.startsWith('source/') && Number(key.slice(7)) >= sources.length,
  );
}

/** The panel's document, open at the Data place. */
export async function openData(page: Page, origin: string): Promise<Page> {
  await page.goto(`${origin}sidepanel.html#/data`);
  await page.locator('textarea').waitFor();
  return page;
}

/** Begins an import, without waiting for its end. */
export async function beginImport(page: Page, { text }: Sample): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.querySelector('textarea')?.dispatchEvent(event);
  }, text);
}

export async function imported(page: Page, { sources }: Sample): Promise<void> {
  await page.getByRole('main').getByText(`: ${sources.length} sources`).waitFor({ state: 'attached' });
}
