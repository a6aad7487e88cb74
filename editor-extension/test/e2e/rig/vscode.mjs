// Starts a VS Code on a folder and gives the tests its parts.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openBrowser } from './browser.mjs';
import { installExtension, startCodeServer } from './code-server.mjs';
import { editor } from './editor.mjs';
import { painter } from './pictures.mjs';
import { createProfile } from './profile.mjs';
import { quickInput } from './quick-input.mjs';
import { untilMatch } from './wait.mjs';
import { workbench } from './workbench.mjs';

/** `vsix`: the package to install; `folder`: what to open; `out`: where pictures and logs go; `newcomer`: see profile; `pictures`: whether they are made unasked. */
export async function startVSCode({ vsix, folder, out, newcomer = false, settings, env, width, height, pictures }) {
  mkdirSync(out, { recursive: true });
  const profile = createProfile({ newcomer, settings });
  let server, browser;
  async function close() {
    await browser?.close();
    await server?.stop();
    profile.remove();
  }

  try {
    installExtension(profile, vsix);
    server = await startCodeServer({ profile, env, trust: newcomer });
    browser = await openBrowser({ profile, width, height });
    const { page } = browser;
    await page.goto(folder ? `${server.url}?folder=${encodeURIComponent(path.resolve(folder))}` : server.url);
    await page.waitForSelector('.monaco-workbench .part.statusbar .statusbar-item');
    const quick = quickInput(page);
    const picture = painter(page, out, pictures);
    return {
      page, server, close, picture, quick,
      editor: editor(page, quick),
      workbench: workbench(page, quick),
      /** Waits until a file of the folder, as it is saved, matches. */
      untilSaved: (name, pattern) => untilMatch(name, pattern, () => readFileSync(path.join(folder, name), 'utf8')),
      blocked: () => [...browser.blocked],
      /** What a failure needs to be understood: a picture and every log. */
      async evidence(name) {
        await painter(page, out, true)(name).catch(() => {});
        writeFileSync(path.join(out, `${name}.log`), [profile.logs(), '===== browser', browser.messages(), '===== code-server', server.log()].join('\n'));
      },
    };
  } catch (error) {
    if (server) writeFileSync(path.join(out, 'start.log'), `${server.log()}\n${browser?.messages() ?? ''}\n${profile.logs()}`);
    await close();
    throw error;
  }
}
