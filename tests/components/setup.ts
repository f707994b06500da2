/** Runs before each test file with a document. */
import { cleanup, configure } from '@testing-library/preact';
import { afterEach } from 'vitest';
import { closePanels } from '../panel-model.ts';

// A place's code is loaded when it is first shown, which takes a while on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

afterEach(async () => {
  cleanup();
  await closePanels();
});
