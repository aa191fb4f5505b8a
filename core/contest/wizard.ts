/** What an organizer is asked, step by step: every field of the rules that may be chosen, as data. */
import { counts } from './wizard/counts.ts'
import type { WizardField } from './wizard/field.ts'
import { paper } from './wizard/paper.ts'
import { prizes } from './wizard/prizes.ts'
import { texts } from './wizard/texts.ts'
import { what } from './wizard/what.ts'
import { who } from './wizard/who.ts'

export const wizardSteps = ['what', 'who', 'paper', 'counts', 'prizes', 'texts'] as const
export type WizardStep = (typeof wizardSteps)[number]

/** The contest's own fields stand at their names, those of the rules below 'rules'. */
export const wizard: Record<WizardStep, readonly WizardField[]> = { what, who, paper, counts, prizes, texts }
