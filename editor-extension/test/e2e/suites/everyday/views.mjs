// The views and pages around the text.
import assert from 'node:assert/strict';
import { ask } from '../../rig/ask.mjs';
import { faults } from '../../rig/axe.mjs';
import { untilMatch } from '../../rig/wait.mjs';
import { pageTitled } from '../../rig/webview.mjs';

export const views = {
  async 'the Conflicts view lists a conflict and jumps to its clauses'({ quick, workbench }) {
    await quick.run('PolicyLang: Focus on Conflicts View');
    await workbench.conflicts.until(/US requires what EU prohibits[\s\S]*CloudAct\.S2713 × GDPR\.Art48/);
    await workbench.conflicts.expand('CloudAct.S2713 × GDPR.Art48');
    await workbench.conflicts.until(/For example on 2018-05-25, Exporter and Service Provider disclose Communications Data from Germany to Authority in United States; a US court has issued a warrant/);
    await workbench.conflicts.row(/^\s*Disclosures not authorised by Union law\s*GDPR\.Art48/).click();
    await workbench.untilTab('laws.policy');
    await workbench.untilStatus(/Ln 7, Col/);
  },

  async 'once somebody says what is theirs, conflicts stand at it, and the other side is asked for by itself'({ quick, page, workbench, picture }) {
    await quick.run('PolicyLang: Focus on Conflicts View');
    await quick.answer(() => quick.runCommand('policy.pickMine'), () => quick.tick('General Data Protection Regulation'));
    await workbench.conflicts.until(/Disclosures not authorised by Union law\s*GDPR\.Art48, 1 conflict[\s\S]*US\s*1 conflict[\s\S]*Preservation and disclosure\s*CloudAct\.S2713, unresolved/);
    await picture('everyday-mine-before-the-repairs');
    await quick.answer(() => workbench.conflicts.press('CloudAct.S2713, unresolved', 'Repair'), async () => {
      await quick.choose('Only the legislator could');
      await quick.offers(/CloudAct\.S2713/);
    });
    await page.keyboard.press('Escape');
    await quick.answer(() => quick.runCommand('policy.pickMine'), () => quick.untick('General Data Protection Regulation'));
    await workbench.conflicts.until(/US requires what EU prohibits/);
  },

  async 'the Clause view follows the cursor, draws what prevails, and leads there; clauses are listed by status'({ quick, page, workbench, picture }) {
    await quick.openFile('drafting.policy');
    await quick.run('PolicyLang: Focus on Clause View');
    await quick.goto(5, 14);
    const frame = await pageTitled(page, 'Health data stay');
    await untilMatch('the clause', /Exporter must not transfer Health from BR to outside BR[\s\S]*Binds Exporter[\s\S]*Yields to[\s\S]*Draft\.HealthConsent: explicit: prevails over Draft\.HealthBan/, () => frame.locator('body').innerText());
    assert.equal(await frame.locator('.drawing .node').count(), 2);
    await picture('everyday-clause');
    await frame.getByRole('button', { name: 'Draft.HealthConsent' }).click();
    await workbench.untilStatus(/Ln 11, Col/);
    await pageTitled(page, 'Draft.HealthConsent');
    await quick.answer(() => quick.runCommand('policy.clausesByStatus'), async () => {
      await quick.choose('reviewed');
      await quick.choose('Accounts may go to Portugal');
    });
    await workbench.untilStatus(/Ln 20, Col/);
    await pageTitled(page, 'Accounts may go to Portugal');
    await picture('everyday-status');
    await quick.run('Explorer: Focus on Outline View');
    await untilMatch('the outline', /AccountsFree[\s\S]*● reviewed/, () => page.locator('.outline-pane').innerText());

    // No clause in a conflict is reviewed; a choice of none lists all again.
    await quick.run('PolicyLang: Focus on Conflicts View');
    await quick.answer(() => quick.runCommand('policy.conflicts.filterClauses'), () => quick.tickOnly('● reviewed'));
    await untilMatch('what the view says', /Only conflicts of clauses with the status 'reviewed'\./, () => page.locator('.tree-explorer-viewlet-tree-view .message').allInnerTexts());
    await quick.answer(() => quick.runCommand('policy.conflicts.filterClauses'), () => quick.untick('● reviewed'));
    await workbench.conflicts.until(/US requires what EU prohibits/);
  },

  async 'the transfer matrix is drawn and answers a click'({ quick, page, workbench, picture }) {
    await quick.openFile('drafting.policy');
    await quick.runCommand('policy.openMatrix');
    const frame = await pageTitled(page, 'Transfer matrix');
    await frame.getByLabel('Data', { exact: true }).selectOption('Health');
    const cell = frame.getByRole('gridcell', { name: /^From Brazil to (?!Brazil).*: prohibited/ }).first();
    await cell.click();
    assert.equal(await cell.getAttribute('aria-selected'), 'true');
    await frame.getByLabel('Only these places').fill('BR, US');
    await frame.getByLabel('Only these places').press('Enter');
    await frame.getByRole('gridcell', { name: /^From Brazil to United States/ }).first().waitFor();
    assert.equal(await frame.getByRole('row').count(), 3);
    await frame.getByLabel(/^The law changes on/).press('Home');
    await untilMatch('the sentence about the day', /On 20\d\d-\d\d-\d\d, somebody who is Controller and Exporter transfers Health/, () => frame.locator('.assumed').innerText());
    await picture('everyday-matrix-pinned');
    await frame.getByLabel('Only these places').fill('');
    await frame.getByLabel('Only these places').press('Enter');
    await frame.getByLabel(/^The law changes on/).press('End');
    await cell.click();
    await picture('everyday-matrix-before-the-jump');
    await frame.locator('.details').getByText(/Draft\.HealthBan/).first().click();
    await workbench.untilTab('drafting.policy');
    await workbench.untilStatus(/Ln 5, Col/);
  },

  async 'Ask puts only questions that matter, and answers with the grounds'(vs) {
    await vs.quick.openFile('drafting.policy');
    const frame = await ask(vs, { data: 'Health', from: 'BR', to: 'US' }, /Prohibited[\s\S]*Draft\.HealthBan/i);
    assert.deepEqual(await faults(frame), []);
  },

  async 'an answer is kept as a scenario, copied as a memo and printed'({ quick, page, workbench, untilSaved }) {
    await quick.openFile('drafting.policy');
    const frame = await ask({ quick, page }, { data: 'Health', from: 'BR', to: 'US' }, /Prohibited[\s\S]*Draft\.HealthBan/i);
    await frame.getByRole('button', { name: 'Copy as memo' }).click();
    await workbench.untilStatus(/The memo is in the clipboard/);
    await frame.getByRole('button', { name: 'Print…' }).click();
    await page.getByRole('button', { name: 'OK', exact: true }).click();
    await untilSaved('memo.html', /@page[\s\S]*<h1[^>]*>Prohibited<\/h1>/);
    await frame.getByRole('button', { name: 'Keep as scenario…' }).click();
    await quick.type('As asked');
    await page.keyboard.press('Enter');
    await untilSaved('scenarios.policy', /\nscenario "As asked" \{\n {2}Exporter transfer Health\n {2}from BR\n {2}to US\n {2}on \d{4}-\d\d-\d\d\n {2}expect prohibited by Draft\.HealthBan\n\}\n$/);
    await workbench.untilTab('scenarios.policy');
    await quick.openFile('scenarios.policy'); // The tab is there before the text has the focus.
    await page.keyboard.press('Control+z');
    await untilSaved('scenarios.policy', /^(?![\s\S]*As asked)/);
  },

  async 'scenarios run green and red in the Testing view'({ quick, editor, workbench, page }) {
    await quick.openFile('scenarios.policy');
    await page.keyboard.press('Control+Home');
    await quick.run('Testing: Focus on Test Explorer View');
    await workbench.tests.until(/scenarios\.policy/);
    await quick.run('Test: Run All Tests');
    await workbench.tests.expand('scenarios.policy');
    await workbench.tests.until(/A warrant for data in Berlin \(Passed\)/);
    await workbench.tests.until(/Wrongly expected to be permitted \(Failed\)/);
    await editor.untilShown(/prohibited by GDPR\.Art48 != permitted/);
    assert.equal(await page.locator('.testing-run-glyph.codicon-testing-passed-icon').count(), 2, 'a sign beside each scenario');
  },

  async '"debug" shows how a scenario is decided, and where that rests on verbs that exclude each other'({ quick, editor }) {
    await quick.openFile('scenarios.policy');
    await quick.run('Test: Debug All Tests');
    await quick.run('View: Hide Panel');
    await editor.untilShown(/Kept although it has to be deleted[\s\S]*forbids to store \(delete opposes store\)[\s\S]*A warrant for data in Berlin[\s\S]*\(GDPR\.Art48\) applies/, 'Explanation.txt');
  },

  async 'the preview of C# follows the text'({ quick, editor, page }) {
    await quick.openFile('drafting.policy');
    await quick.runCommand('policy.previewCSharp');
    await editor.untilShown(/public static class Draft\b[\s\S]*Title = "A draft"/, 'Draft.cs');
    await quick.goto(1, 25);
    await page.keyboard.type(' of a law');
    await editor.untilShown(/Title = "A draft of a law"/, 'Draft.cs');
  },

  async 'the comparison with the last commit tells what changes in meaning'({ quick, page, untilSaved }) {
    await quick.openFile('naming.policy');
    await quick.goto(15, 26);
    await page.keyboard.type(' and court_order');
    await untilSaved('naming.policy', /when explicit_consent and court_order\n/);
    await quick.runCommand('policy.semanticDiff');
    const frame = await pageTitled(page, 'What changes in meaning');
    await untilMatch('the comparison', /Now prohibited[\s\S]*Was permitted by Naming\.FinancialConsent, is now prohibited by Naming\.FinancialStays\./, () => frame.locator('body').innerText());
  },

  async 'a lens that is taken while the text changes does what it says'({ quick, page, workbench, untilSaved }) {
    await quick.openFile('naming.policy');
    await quick.goto(1, 1);
    const lens = page.locator('.codelens-decoration a').filter({ hasText: /^covers/ }).first();
    await lens.waitFor();
    await page.keyboard.type('// A draft.\n');
    await lens.click();
    await pageTitled(page, 'Transfer matrix');
    assert.deepEqual(await workbench.notified(), [], 'nothing went wrong');
    await untilSaved('naming.policy', /^\/\/ A draft\.\nframework/);
  },

  async 'a conflict is acknowledged from the view'({ quick, page, workbench, untilSaved, picture }) {
    await quick.run('PolicyLang: Focus on Conflicts View');
    await workbench.conflicts.press('CloudAct.S2713 × GDPR.Art48', 'Acknowledge…');
    await quick.type('…');
    await page.getByText('Say in your own words why the conflict is accepted.').waitFor();
    await page.keyboard.press('Backspace');
    await quick.type('Counsel decides "case by case"');
    await page.keyboard.press('Enter');
    await page.getByText('Until which day?').waitFor();
    await quick.type('2099-12-31');
    await page.keyboard.press('Enter');
    await untilSaved('laws.policy', /acknowledge conflict between CloudAct\.S2713 and GDPR\.Art48\n  because "Counsel decides \\"case by case\\""\n  until 2099-12-31/);
    await workbench.untilStatus(/No conflicts/);
    await picture('everyday-acknowledged-before-the-undo');
    await page.keyboard.press('Control+z');
    await workbench.untilStatus(/1 conflict/);
  },

  async 'a quick fix removes the conflict, and the view is empty'({ quick, editor, page, workbench }) {
    await quick.openFile('laws.policy');
    await quick.goto(19, 16);
    await editor.untilSquiggle();
    await editor.fix(/Repair .* by the smallest change/);
    await editor.untilNoSquiggle();
    await quick.run('PolicyLang: Focus on Conflicts View');
    await page.getByText('No conflict is open.').waitFor();
    await workbench.untilStatus(/No conflicts/);
  },
};
