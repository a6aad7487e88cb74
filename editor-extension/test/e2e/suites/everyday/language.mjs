// The text editor: findings, cards, proposals, names, layout, Markdown.
import assert from 'node:assert/strict';
import { untilMatch } from '../../rig/wait.mjs';
import { pageTitled } from '../../rig/webview.mjs';

export const language = {
  async 'an empty policy offers whole beginnings in ghost text'({ quick, page, picture }) {
    const lines = () => page.locator('.editor-group-container.active .monaco-editor').first().innerText();
    await quick.runCommand('policy.newFile');
    await untilMatch('the ghost text', /framework\sAcmePolicy/, lines);
    await picture('everyday-ghost-text');
    await page.keyboard.press('Tab');
    await untilMatch('the text', /Acme\smay\stransfer\sPersonalData[\s\S]*from\sEEA[\s\S]*to\sUS/, lines);
    // An untitled text that is not empty would ask whether to save it.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
  },

  async 'a conflict is underlined, and Problems lists it with the other clause'({ quick, editor, workbench }) {
    await quick.openFile('laws.policy');
    await quick.goto(19, 3);
    await editor.untilSquiggle();
    await workbench.problems(/CloudAct\.S2713 \(US\) requires what GDPR\.Art48 \(EU\) prohibits[\s\S]*laws\.policy \[Ln 7, Col 3\] : Disclosures not authorised by Union law \(GDPR\.Art48\) prohibits it/);
  },

  async 'hovering shows the reading card of a clause, with a way to the article and to the conflicts of the clause'({ quick, editor, page, workbench, picture }) {
    await quick.openFile('laws.policy');
    await editor.hover(7, 16, /GDPR\.Art48[\s\S]*Exporter must not disclose[\s\S]*Art\. 48, in force since[\s\S]*1 conflict ▸/);
    const card = page.locator('.monaco-hover:not(.hidden)').filter({ hasText: '1 conflict ▸' });
    assert.equal(await card.getByRole('link', { name: 'Art. 48' }).getAttribute('data-href'), 'http://data.europa.eu/eli/reg/2016/679/oj');
    await picture('everyday-card');
    await card.getByText('1 conflict ▸').click();
    await page.getByText('Only conflicts of GDPR.Art48.').waitFor();
    await workbench.conflicts.until(/CloudAct\.S2713 × GDPR\.Art48/);
    await page.getByRole('button', { name: 'List the Conflicts of All Clauses' }).click();
    await page.getByText('Only conflicts of GDPR.Art48.').waitFor({ state: 'hidden' });
  },

  async 'the hint after "outside" counts the places that are meant'({ quick, editor }) {
    await quick.openFile('laws.policy');
    await editor.untilShown(/outside EEA: 2\d\d places/);
  },

  async 'completion proposes what may stand in the place'({ quick, editor }) {
    await quick.openFile('drafting.policy');
    await quick.goto(8, 16);
    const words = await editor.suggest(/^EEA$/m);
    assert.doesNotMatch(words, /^Health$/m, 'a kind of data is no place');
  },

  async 'a rename reaches every mention'({ quick, editor, untilSaved }) {
    await quick.openFile('naming.policy');
    await quick.goto(5, 14);
    await editor.rename('FinancialStays');
    await untilSaved('naming.policy', /transfer FinancialStays "Financial data stay"[\s\S]*prevails over FinancialStays\n/);
  },

  async 'formatting gives a file the canonical layout'({ quick, untilSaved }) {
    await quick.openFile('untidy.policy');
    await quick.run('Format Document');
    await untilSaved('untidy.policy', /\n {2}transfer Only "A clause on one line" \{\n {4}Exporter must not transfer Health\n {4}from NZ\n {4}to outside NZ\n {2}\}\n/);
  },

  async 'policy in a .policy.md file is checked in its place and read out in the preview, and a quick fix corrects it'({ quick, editor, page, workbench, untilSaved, picture }) {
    await quick.openFile('note.policy.md');
    await quick.goto(11, 33);
    await editor.untilSquiggle();
    await workbench.problems(/There is no kind of data 'Helth'.*\[Ln 11, Col 32\]/);
    await quick.openFile('note.policy.md');
    await quick.run('Markdown: Open Locked Preview to the Side');
    // The preview is a new frame each time it is drawn anew.
    const preview = () => pageTitled(page, 'A note on a clause');
    const margin = pattern => untilMatch('the margin', pattern, async () => (await preview()).locator('.policy-margin').allInnerTexts());
    await margin(/Note\.Typo[\s\S]*✕ Error PL2\d+[\s\S]*There is no kind of data 'Helth'/);
    await untilMatch('the modality', /^must$/, async () => (await preview()).locator('.policy-modality').first().innerText());
    await picture('everyday-memo-with-a-finding');
    await page.locator('.editor-group-container').first().locator('.monaco-editor .view-lines').click();
    await quick.goto(11, 33);
    await editor.fix(/Health/);
    await untilSaved('note.policy.md', /Exporter must not transfer Health\n/);
    await editor.untilNoSquiggle();
    await margin(/Note\.Typo[\s\S]*Forbidden where\s+Exporter transfers Health from Switzerland[\s\S]*in force since 2025-01-01/);
  },

  async 'a fence in Markdown is coloured as policy'({ quick, editor }) {
    await quick.openFile('fence.md');
    const [inFence] = await editor.colours('framework');
    const [inText] = await editor.colours('A framework is an instrument.');
    assert.notEqual(inFence.colour, inText.colour);
  },
};
