// What the start page and the extension say to each other.
import type { Starters } from '../protocol';
import type { ProjectChoices } from './wizardModel';

export interface StartState { step: number; choices: ProjectChoices; starters?: Starters; problem?: string }

export type FromStart =
  | { type: 'ready' }
  | { type: 'set'; choices: Partial<ProjectChoices> }
  | { type: 'step'; step: number }
  | { type: 'make' };
