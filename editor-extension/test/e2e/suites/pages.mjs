// How the extension's pages look at any width and zoom, in every theme. Zoom is what a smaller window is to a page: 280 pixels at 200 % are 140.
import assert from 'node:assert/strict';
import { colours, faults, layout } from '../rig/axe.mjs';
import { openBare } from '../rig/bare-page.mjs';

const question = (name, title, more) => ({ name, title, type: 'boolean', values: [], value: null, matters: true, ...more });
const clause = n => ({ clause: `GDPR.Art${n}`, title: 'Derogations for specific situations', uri: 'file:///a', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } });
const asked = {
  problems: [],
  questions: [
    question('action', 'What is done', { type: 'choice', values: [{ name: 'transfer', title: 'transfer' }], value: 'transfer' }),
    question('date', 'The day', { type: 'date', value: '2025-01-01' }),
    ...Array.from({ length: 12 }, (_, n) => question(`alone_${n}`, `Supervisory approval number ${n} was given`, { weight: 1 })),
    ...Array.from({ length: 76 }, (_, n) => question(`more_${n}`, `A circumstance with the number ${n}`)),
  ],
  answer: {
    decision: 'prohibited', applied: Array.from({ length: 14 }, (_, n) => clause(n)), defeated: [], duties: [], waysToComply: ['add SCC and ImpactAssessment', 'add BCR and approved by SupervisoryAuthority'], text: 'prohibited',
  },
};

/** Whether the verdict is in the window, and a question that has the focus is not behind the answer. */
async function inSight(page) {
  return page.evaluate(async () => {
    const verdict = () => document.querySelector('.answer h2').getBoundingClientRect();
    const seen = [];
    const look = where => {
      const { top, bottom, left, right } = verdict();
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const { top: upper, bottom: lower } = document.querySelector('.answer').getBoundingClientRect();
      if (top < upper - 1 || bottom > lower + 1 || top < 0 || bottom > innerHeight || left < 0 || right > innerWidth || hit?.closest('.answer') === null) seen.push(`${where}: ${top} to ${bottom} of ${innerHeight}`);
    };
    for (const part of [0, 0.5, 1]) {
      scrollTo(0, part * document.documentElement.scrollHeight);
      look(`scrolled to ${part}`);
    }
    document.querySelector('.answer').scrollTop = 1e6;
    look('the answer itself scrolled');
    const controls = [...document.querySelectorAll('.questions select, .questions input')];
    for (const control of [controls[0], controls[5], controls.at(-1)]) {
      control.focus();
      control.scrollIntoView({ block: 'nearest' });
      const { top, bottom, left, right } = control.getBoundingClientRect();
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (hit !== control) seen.push(`${control.id} is behind ${hit?.className}`);
      look(control.id);
    }
    const root = document.documentElement;
    return [...seen, ...(root.scrollWidth > root.clientWidth + 1 ? [`${root.scrollWidth} wide in ${root.clientWidth}`] : [])];
  });
}

const instrument = n => ({ name: `LAW${n}`, title: `Regulation number ${n} on transfers`, order: n < 3 ? 'EU' : 'CN', orderTitle: n < 3 ? 'European Union' : 'China', rank: 'statute', citation: 'Regulation (EU) 2016/679, Art. 1(3) and Chapter V, OJ L 119, 4.5.2016', force: 'in force since 2018-05-25', readAsOf: '2026-11-01', source: 'http://data.europa.eu/eli/reg/2016/679/oj', clauses: 11, suggested: n < 3 });
const starters = {
  places: Array.from({ length: 200 }, (_, n) => ({ name: `P${n}`, title: `Place with the number ${n}` })), data: [{ name: 'Health', title: 'Health' }], instruments: Array.from({ length: 38 }, (_, n) => instrument(n)), lawVersion: '1.0',
};
const choices = { title: 'Acme', under: ['P1'], data: ['Health'], destinations: ['P2'], uses: ['LAW0', 'LAW1', 'LAW2'] };

/** Structure is the same in every theme and at every width. */
const rulesFor = (theme, width) => (theme !== 'light' ? colours : width !== sizes[0][0] ? layout : {});
const sizes = [[1100, 700], [730, 480], [280, 620], [187, 413], [140, 310]];

export default {
  name: 'pages',
  starts: 'Chromium starts',
  open: ({ out }) => openBare(out),
  tests: {
    async 'the answer of Ask stays in sight at 280 pixels, 150 and 200 %, and hides no question'({ page, show, picture }) {
      for (const [width, height] of sizes) {
        await show({ script: 'ask', states: [{ asked }], width, height });
        await page.locator('#more').click();
        assert.equal(await page.locator('#more').innerText(), '76 more facts');
        assert.deepEqual(await inSight(page), [], `${width} × ${height}`);
        await page.evaluate(() => scrollTo(0, 300));
        await picture(`pages-ask-${width}`);
      }
    },

    async 'axe finds nothing in Ask, in any theme'({ page, show, picture }) {
      for (const theme of ['light', 'dark', 'contrast']) {
        for (const [width, height] of [sizes[0], sizes[2]]) {
          await show({ script: 'ask', states: [{ asked }], width, height, theme });
          assert.deepEqual(await faults(page, rulesFor(theme, width)), [], `${theme} ${width}`);
          await picture(`pages-ask-${theme}-${width}`);
        }
      }
    },

    async 'what a question asks for fits, each label beside its field, in any theme'({ page, show, picture }) {
      const long = { name: 'LAW', title: 'A framework whose title is as long as that of a law, and a little longer' };
      const controls = [
        { kind: 'choice', id: 'of', label: 'Of', names: [long], value: '', empty: 'all law of these files' }, { kind: 'choice', id: 'other', label: 'The other', names: [long], value: 'LAW', empty: 'any' },
        { kind: 'date', id: 'on', label: 'On', value: '2026-12-01' }, { kind: 'choices', id: 'reserving', label: 'Reserving', names: [long, long], value: [] },
      ];
      for (const theme of ['light', 'dark', 'contrast']) {
        for (const [width, height] of sizes) {
          await show({ script: 'question', states: [{ title: 'Timeline', intro: 'When answers change.', controls, busy: false, stale: false }], width, height, theme });
          const wide = await page.evaluate(() => [...document.querySelectorAll('#page, #page *')].filter(one => one.getBoundingClientRect().right > innerWidth + 1).map(one => `${one.tagName} ${one.id}`));
          assert.deepEqual(wide, [], `${theme} ${width}`);
          if (width > 700) assert.ok(await page.evaluate(() => [...document.querySelectorAll('.control')].every(({ firstChild, lastChild }) => Math.abs(firstChild.getBoundingClientRect().top - lastChild.getBoundingClientRect().top) < 12)), 'a label beside its field');
          assert.deepEqual(await faults(page, rulesFor(theme, width)), [], `${theme} ${width}`);
          await picture(`pages-question-${theme}-${width}`);
        }
      }
    },

    async 'each step of a new project fits, in any theme'({ page, show, picture }) {
      for (const theme of ['light', 'dark', 'contrast']) {
        for (const step of [0, 3]) {
          for (const [width, height] of [sizes[0], sizes[2], sizes[4]]) {
            await show({ script: 'start', states: [{ step, choices, starters }], width, height, theme });
            assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth + 1), `${theme} ${step} ${width}`);
            assert.deepEqual(await faults(page, rulesFor(theme, width)), [], `${theme} ${step} ${width}`);
            await picture(`pages-start-${step}-${theme}-${width}`);
          }
        }
      }
    },
  },
};
