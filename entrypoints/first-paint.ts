import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { applyTheme } from '../components/apply-theme.ts';
import { readLook } from '../lib/panel/look.ts';

/** Stands in the panel's head as a classic script: the browser paints nothing before it has run. */
export default defineUnlistedScript(() => {
  const applyChosen = () => applyTheme(document, readLook(localStorage));
  applyChosen();
  addEventListener('storage', applyChosen);
});
