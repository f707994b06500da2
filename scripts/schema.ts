/** Writes docs/snapshot.schema.json from lib/schema/snapshot.ts: `npm run schema`. */
import { writeFileSync } from 'node:fs';
import { publishedSchema } from '../lib/schema/json-schema.ts';

writeFileSync('docs/snapshot.schema.json', `${JSON.stringify(publishedSchema(), null, 2)}\n`);
