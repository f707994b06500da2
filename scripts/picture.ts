/** npm run picture [-- '#/…']: the README's picture, a whole window with the panel open beside a page. */
import { join } from 'node:path';
import { takePictures } from './window-pictures.ts';

const [hash = '#/'] = process.argv.slice(2);
await takePictures(2, (take) => take(hash, join(import.meta.dirname, '../docs/panel.png')));
