/** Writes fixtures/rows/a-teams-morning.json, the rows of what a fresh panel shows: `npm run first-rows`. */
import { writeFileSync } from 'node:fs';
import morning from '../fixtures/a-teams-morning.json' with { type: 'json' };
import { importSnapshot } from '../lib/snapshot/import.ts';
import { rowOf } from '../lib/snapshot/rows/row-of.ts';

const result = importSnapshot(JSON.stringify(morning));
if (!result.ok) throw new Error('The first fixture is not a snapshot.');
const asOf = new Date(result.snapshot.generated_at);
const rows = result.snapshot.sources.map((source) => rowOf(source, asOf));
writeFileSync('fixtures/rows/a-teams-morning.json', `${JSON.stringify(rows, null, 2)}\n`);
