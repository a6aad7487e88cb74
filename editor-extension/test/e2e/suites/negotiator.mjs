// What a negotiator asks of a whole workspace: differences, compliance, timeline, interoperability, what if.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extensionFolder } from '../home.mjs';
import { colours, faults, layout } from '../rig/axe.mjs';
import { server } from '../rig/package.mjs';
import { startVSCode } from '../rig/vscode.mjs';
import { until, untilMatch } from '../rig/wait.mjs';
import { pageTitled } from '../rig/webview.mjs';

/** A folder with two commits: the first lets no data out of Brazil, whoever consents. Beside it a draft that lets all out. */
function workspace() {
  const root = mkdtempSync(path.join(tmpdir(), 'policylang-treaty-'));
  const folder = path.join(root, 'laws');
  cpSync(path.join(extensionFolder, 'test/e2e/workspace-treaty'), folder, { recursive: true });
  const laws = path.join(folder, 'laws.policy');
  const now = readFileSync(laws, 'utf8');
  const git = (...words) => execFileSync('git', ['-c', 'user.name=Drafter', '-c', 'user.email=drafter@example.org', ...words], { cwd: folder, stdio: 'ignore' });
  git('init', '-b', 'main');
  writeFileSync(laws, now.replace('\n    unless explicit_consent', ''));
  git('add', '.');
  git('commit', '--no-gpg-sign', '-m', 'Begin');
  git('tag', 'round-1');
  writeFileSync(laws, now);
  git('commit', '--no-gpg-sign', '-am', 'Consent');
  mkdirSync(path.join(root, 'other'));
  writeFileSync(path.join(root, 'other', 'laws.policy'), now.replace('unless explicit_consent', 'unless us_warrant'));
  cpSync(path.join(folder, 'pact.policy'), path.join(root, 'other', 'pact.policy'));
  return { root, folder };
}

/** What a page says, without what can be chosen. */
const body = frame => frame.evaluate(() => [...document.querySelectorAll('#page > :not(form)')].map(part => part.innerText).join('\n'));
const chosenVersion = frame => frame.locator('#pick').innerText();

async function accessible(frame, page, picture, name) {
  assert.deepEqual(await faults(frame), []);
  const { width, height } = page.viewportSize();
  await page.setViewportSize({ width: 520, height });
  await untilMatch('the narrow page', /./, () => body(frame));
  assert.deepEqual(await faults(frame, layout), []);
  assert.ok(await frame.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1), 'nothing is cut off in a narrow page');
  await picture(`${name}-narrow`);
  await page.setViewportSize({ width, height });
}

export default {
  name: 'negotiator',
  async open({ vsix, out }) {
    const { root, folder } = workspace();
    const vs = await startVSCode({ vsix, folder, out, settings: { 'policy.server.path': server, 'policy.asOf': '2029-01-01', 'window.autoDetectColorScheme': true, 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 200, 'files.simpleDialog.enable': true } });
    return { ...vs, root, folder, close: () => vs.close().finally(() => rmSync(root, { recursive: true, force: true })) };
  },
  async between(vs) {
    await vs.editor.escape();
    await vs.quick.run('View: Close All Editors');
  },
  tests: {
    async 'differences from a revision, a snapshot and a folder, each line of which leads to the changed words'({ quick, page, workbench, untilSaved, picture, root }) {
      await quick.openFile('laws.policy');
      await quick.answer(() => quick.runCommand('policy.compareWith'), async () => {
        await quick.choose('Another revision…');
        await quick.choose('round-1');
      });
      const frame = await pageTitled(page, 'What changes in meaning');
      await untilMatch('the version', /Compared with round-1/, () => chosenVersion(frame));
      await untilMatch('the differences', /minor[\s\S]*BrLaw\.Ban speaks of fewer cases[\s\S]*Was prohibited by BrLaw\.Ban, is now permitted by GhLaw\.Open\./, () => body(frame));
      await accessible(frame, page, picture, 'negotiator-differences');
      await frame.getByRole('button', { name: 'BrLaw.Ban speaks of fewer cases' }).click();
      await workbench.untilTab('laws.policy');
      await workbench.untilStatus(/Ln 9, Col 28 \(23 selected\)/);

      await quick.runCommand('policy.saveSnapshot');
      await quick.type('Before round 2');
      await page.keyboard.press('Enter');
      await workbench.notifications(/Kept 'Before round 2'/);
      await quick.goto(9, 28);
      await page.keyboard.type(' and us_warrant');
      await untilSaved('laws.policy', /explicit_consent and us_warrant/);
      await quick.answer(() => quick.runCommand('policy.compareWith'), () => quick.choose('Before round 2'));
      await untilMatch('the version', /Compared with the snapshot 'Before round 2'/, () => chosenVersion(frame));
      await untilMatch('the differences', /major[\s\S]*BrLaw\.Ban speaks of more cases/, () => body(frame));

      await quick.openFile('laws.policy');
      await quick.runCommand('policy.semanticDiff');
      await untilMatch('the version', /Compared with the last commit/, () => chosenVersion(frame));
      await untilMatch('the differences', /Was permitted by GhLaw\.Open, is now prohibited by BrLaw\.Ban\./, () => body(frame));

      await quick.openFile('laws.policy');
      await quick.answer(() => quick.runCommand('policy.compareWith'), async () => {
        await quick.choose('Another folder…');
        await quick.chooseFolder(`${root}/other/`);
      });
      await untilMatch('the version', /Compared with the folder other/, () => chosenVersion(frame));
      await untilMatch('the differences', /BrLaw\.Ban speaks of/, () => body(frame));

      await quick.openFile('laws.policy');
      await quick.goto(9, 28);
      for (let n = 0; n < ' and us_warrant'.length; n++) await page.keyboard.press('Delete');
      await untilSaved('laws.policy', /unless explicit_consent\n/);
    },

    async 'compliance with a treaty: a cell opens its list, and a line of it leads to the clause'({ quick, page, workbench, picture }) {
      await quick.openFile('pact.policy');
      await quick.runCommand('policy.openCompliance');
      const frame = await pageTitled(page, 'Compliance with a treaty');
      const cell = frame.getByRole('gridcell', { name: 'Brazil, Free flow: 1 breach, 0 excusable' });
      await cell.click();
      await untilMatch('the list', /PL4005 unresolved: [\s\S]*BrLaw\.Ban[\s\S]*days: from 2028-01-01[\s\S]*owed to: GH/, () => frame.locator('section.details').innerText());
      await page.keyboard.press('ArrowRight');
      assert.equal(await frame.getByRole('gridcell', { name: /^Brazil, No localisation/ }).getAttribute('aria-selected'), 'true');
      await page.keyboard.press('ArrowLeft');
      await accessible(frame, page, picture, 'negotiator-compliance');
      await frame.locator('section.details').getByRole('button', { name: /^BrLaw\.Ban Data stay/ }).click();
      await workbench.untilTab('laws.policy');
      await workbench.untilStatus(/Ln 5, Col/);
    },

    async 'a timeline tells days, grounds and what changes, and leads to the day in the text'({ quick, page, workbench, picture }) {
      await quick.openFile('pact.policy');
      await quick.runCommand('policy.openTimeline');
      const frame = await pageTitled(page, 'Timeline');
      await untilMatch('the timeline', /2028-01-01[\s\S]*GH joins Club\.[\s\S]*1 conflict begins: The law of BR breaks Pact/, () => body(frame));
      await frame.getByLabel('Of').selectOption('GhLaw');
      await untilMatch('the timeline of one', /When answers change for GhLaw[\s\S]*2021-01-01/, () => body(frame));
      await frame.getByLabel('Of').selectOption('');
      await accessible(frame, page, picture, 'negotiator-timeline');
      await frame.getByRole('button', { name: 'GH joins Club.' }).click();
      await workbench.untilTab('pact.policy');
      await workbench.untilStatus(/Ln 4, Col 22 \(10 selected\)/);
    },

    async 'the report is a page with its own policy: it has the colours of the editor, leads to the text, and is saved as it is'({ quick, page, workbench, picture, folder }) {
      await quick.openFile('pact.policy');
      await quick.runCommand('policy.openReport');
      const frame = await pageTitled(page, /^Report on /);
      await untilMatch('the summary', /conflict is open|conflicts are open/, () => frame.locator('#summary').innerText());
      assert.match(await frame.evaluate(() => document.querySelector('meta[http-equiv]').content), /^default-src 'none'; script-src 'sha256-/);
      assert.equal(await frame.evaluate(() => document.documentElement.dataset.theme), 'light');
      assert.deepEqual(await faults(frame), []);
      await picture('negotiator-report');

      // A link into an instrument that is closed opens it; from there the text is one click away.
      await frame.locator('#precedence details.fold > summary, #conflicts details.fold > summary').first().click();
      await frame.locator('a[href="#clause-BrLaw-Ban"]:visible').first().click();
      const open = frame.getByRole('button', { name: 'Open the text of BrLaw.Ban' });
      await open.click();
      await workbench.untilTab('laws.policy');
      await workbench.untilStatus(/Ln 5, Col/);

      const file = path.join(folder, 'told.html');
      await page.locator('.tab', { hasText: 'Report on' }).click();
      await quick.answer(() => quick.runCommand('policy.saveReport'), () => quick.name(file));
      await workbench.notifications(/The report is in told\.html/);
      await until('the file', () => existsSync(file));
      const html = readFileSync(file, 'utf8');
      assert.ok(html.startsWith('<!doctype html>\n<html lang="en">\n<head>') && html.includes('id="clause-BrLaw-Ban"') && html.endsWith('</html>\n'), 'the page as the server made it');
    },

    async 'two legal orders are picked and compared'({ quick, page, workbench, picture }) {
      await quick.openFile('pact.policy');
      await quick.runCommand('policy.openInterop');
      const frame = await pageTitled(page, 'Interoperability');
      await frame.getByLabel('One').selectOption('BR');
      await frame.getByLabel('The other').selectOption('GH');
      await untilMatch('the parts', /BR and GH[\s\S]*Stricter in BR: it prohibits; GH permits[\s\S]*where: /, () => body(frame));
      await accessible(frame, page, picture, 'negotiator-interop');
      await frame.getByRole('button', { name: /^BrLaw\.Ban/ }).first().click();
      await workbench.untilTab('laws.policy');
    },

    async 'what if: a party is picked, and what comes and goes is told'({ quick, page, workbench, picture }) {
      await quick.openFile('pact.policy');
      await quick.runCommand('policy.openWhatIf');
      const frame = await pageTitled(page, 'What if…?');
      await untilMatch('what is missing', /Choose a party\./, () => body(frame));
      await frame.getByLabel('Party').selectOption('US');
      await untilMatch('the answer', /US would break 1 clause[\s\S]*Pact\.Flow by UsLaw\.Bar[\s\S]*Smallest reservation that leaves no breach: reserving Pact\.Flow/, () => body(frame));
      await frame.getByLabel('Free flow (Pact.Flow)').check();
      await untilMatch('the reservation', /US: no new breach/, () => body(frame));
      await frame.getByLabel('What', { exact: true }).selectOption('withdraw');
      await frame.getByLabel('Party').selectOption('BR');
      await frame.getByLabel('Since').fill('');
      await untilMatch('the withdrawal', /Conflicts that are gone[\s\S]*The law of BR breaks Pact[\s\S]*no longer 'must allow'/, () => body(frame));
      await accessible(frame, page, picture, 'negotiator-what-if');
      await frame.getByLabel('What', { exact: true }).selectOption('repeal');
      await frame.getByLabel('Instrument').selectOption('BrLaw');
      await untilMatch('the repeal', /Conflicts that are gone[\s\S]*The law of BR breaks Pact[\s\S]*Was prohibited by BrLaw\.Ban, is now not regulated\./, () => body(frame));
      await frame.getByRole('button', { name: /The law of BR breaks Pact/ }).first().click();
      await workbench.untilTab('laws.policy');
    },

    async 'a page is as accessible in the dark and in high contrast'({ quick, page, picture }) {
      await quick.openFile('pact.policy');
      await quick.runCommand('policy.openCompliance');
      const frame = await pageTitled(page, 'Compliance with a treaty');
      await frame.getByRole('gridcell', { name: /^Brazil, Free flow: 1 breach/ }).waitFor();
      for (const [media, kind] of [
        [{ colorScheme: 'dark' }, 'vscode-dark'],
        [{ colorScheme: 'dark', forcedColors: 'active' }, 'vscode-high-contrast'],
        [{ colorScheme: 'light', forcedColors: 'active' }, 'vscode-high-contrast-light'],
      ]) {
        await page.emulateMedia(media);
        await untilMatch('the theme', new RegExp(`(^| )${kind}( |$)`), () => frame.evaluate(() => document.body.className));
        assert.deepEqual(await faults(frame, colours), [], kind);
        await picture(`negotiator-${kind}`);
      }
      await page.emulateMedia({ colorScheme: null, forcedColors: null });
    },

    async 'nothing was asked for outside of this machine'({ blocked }) {
      assert.deepEqual(blocked(), []);
    },
  },
};
