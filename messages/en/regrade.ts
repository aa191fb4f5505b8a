import type { Messages } from '../zh.ts'

export const regrade: Messages['regrade'] = {
  before: 'Now',
  after: 'After',
  effectPerfect: 'Perfect papers',
  effectPerfectValue: '{before} → {after}',
  effectFinals: 'People who come among or drop out of those who go on',
  finalsCaption: 'Who goes on',
  goesOn: 'goes on',
  staysBack: 'does not go on',
  drawsCaption: 'Lists of draws',
  draw: 'Draw',
  on: 'Come on',
  off: 'Drop off',
  state: 'State',
  listSize: '{people} people, {chances} chances',
  drawState: { open: 'list not made', frozen: 'list published', drawn: 'drawn', instant: 'at hand-in' },
  drawStateWhy: {
    open: 'Where the list is not made yet, it will follow the new scores.',
    frozen:
      'Where the list is published, it stays and is drawn from as published. To begin anew, freeze a new list with a reason; a second person approves, and the earlier one stays public.',
    drawn:
      'Where lots were drawn, the outcome stays; nothing is drawn again by itself. A repeat needs a reason and a second person, before the winners are published, and the earlier draw stays public.',
    instant: 'Draws at the hand-in: what was won stays, and nothing is drawn afterwards.',
  },
  awardsList: {
    settled: 'The ranked awards are settled but not published: settle them again after the regrade.',
    published:
      'The ranked awards are published: a regrade does not change that list. Handle whoever should have, or should not have, an award one by one as objections.',
  },
  collectiveList: {
    settled: 'The awards of groups are settled but not published: settle them again after the regrade.',
    published: 'The awards of groups are published: a regrade does not change that list.',
  },
  groupCaption: '{award}: whose rank or award changes',
  group: 'Organisation or district',
  groupRank: 'rank {rank}',
  awarded: 'awarded',
  notAwarded: 'not awarded',
  notRanked: 'not ranked',
}
