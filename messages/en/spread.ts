import type { Messages } from '../zh.ts'

export const spread: Messages['spread'] = {
  title: 'Whether papers are equally hard',
  lead: 'The most by which any two people’s papers differ in expected score and expected time, by the estimates of their questions, in per cent of the mean.',
  same: 'Everybody has the same questions, so all papers are equally hard.',
  caption: 'Any two papers, at most',
  papers: 'Papers',
  score: 'Expected score',
  time: 'Expected time',
  verdict: 'Kept',
  asked: 'What the rules ask',
  tried: n => `${n} papers drawn now to try`,
  asDrawn: n => `${n} papers given out, by the estimates when each was drawn`,
  byNow: n => `${n} papers given out, by today’s estimates`,
  kept: 'kept',
  broken: 'not kept',
  way: 'Where it is not kept: ask for less, loosen the blueprint, or add questions, so that each cell has more to choose from. Papers given out stay as they are; estimates move with the answers, so by today’s they lie farther apart than when they were drawn.',
}
