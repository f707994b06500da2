import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { dress } from '../components/dress.ts';
import { readLook } from '../lib/panel/look.ts';

/** Stands in the panel's head as a classic script: the browser paints nothing before it has run. */
export default defineUnlistedScript(() => {
  const dressAsChosen = () => dress(document, readLook(localStorage));
  dressAsChosen();
  addEventListener('storage', dressAsChosen);
});
