import type { FromStart, StartState } from '../../start/wizardMessages';
import { element, replace } from './dom';
import { connect } from './host';
import { startPage } from './startPage';

const page = document.getElementById('page') as HTMLElement;
let step = 0;

const send = connect<StartState, FromStart>(state => {
  replace(page, ...startPage(state, send));
  // Whoever goes on by the keyboard begins at the heading of the next step.
  if (state.step !== step) {
    step = state.step;
    document.getElementById('step')?.focus();
    window.scrollTo(0, 0);
  }
});
page.append(element('p', {}, 'Reading the law library…'));
send({ type: 'ready' });
