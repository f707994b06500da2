/** Writes docs/errors.md from the error tables: `npm run errors-document`. */
import { writeFileSync } from 'node:fs';
import { errorsText } from './errors-text.ts';

writeFileSync('docs/errors.md', errorsText());
