// Pictures of the window. Each costs as much as a small test, so that they are made of failures, and of others only where somebody asks.
import path from 'node:path';

const wanted = process.env.POLICYLANG_E2E_PICTURES === '1';

/** Makes pictures into a folder; `always`: unasked. */
export const painter = (page, folder, always = false) => async name => {
  if (always || wanted) await page.screenshot({ path: path.join(folder, `${name}.png`) });
};
