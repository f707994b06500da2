import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { applyTheme } from '../components/apply-theme.ts';
import { askEarly } from '../lib/early.ts';
import { lookItems, readLook } from '../lib/panel/look.ts';

/** A classic script in the panel's head: the browser paints nothing before it has run. */
export default defineUnlistedScript(() => {
  const applyChosen = () => applyTheme(document, readLook(lookItems(globalThis)));
  // First, because the browser may take as long to open localStorage as to answer.
  askEarly();
  applyChosen();
  addEventListener('storage', applyChosen);
});
