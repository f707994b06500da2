import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { dress } from '../components/dress.ts';
import { lookItems, readLook } from '../lib/panel/look.ts';

/** A classic script in the panel's head: the browser paints nothing before it has run. */
export default defineUnlistedScript(() => {
  const dressAsChosen = () => dress(document, readLook(lookItems(globalThis)));
  dressAsChosen();
  addEventListener('storage', dressAsChosen);
});
