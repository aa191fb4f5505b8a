/** What a regrade would do to prizes. Goes to the browser: strings only. */
export const regrade = {
  before: '现在',
  after: '改判后',
  effectPerfect: '满分试卷',
  effectPerfectValue: '{before} → {after}',
  effectFinals: '晋级资格会变的人',
  finalsCaption: '晋级变化',
  goesOn: '晋级',
  staysBack: '不晋级',
  drawsCaption: '抽奖名单变化',
  draw: '抽奖',
  on: '进入名单',
  off: '退出名单',
  state: '状态',
  listSize: '{people} 人，{chances} 次机会',
  drawState: { open: '名单未定', frozen: '名单已公布', drawn: '已开奖', instant: '交卷即抽' },
  drawStateWhy: {
    open: '名单未定的抽奖：以后按改判后的成绩生成名单。',
    frozen:
      '名单已公布的抽奖：名单不改，照公布的名单开奖。要按新成绩重来，须写明理由重新定名单，由第二人批准，并公开原来的那次。',
    drawn:
      '已开奖的抽奖：结果不变，系统不会自动重抽。要重抽，须在获奖名单公布之前写明理由、由第二人批准，并公开原来的那次。',
    instant: '交卷即抽的抽奖：已抽中的不收回，也不补抽。',
  },
  awardsList: {
    settled: '名次奖的名单已经核定但还没有公布：改判以后请重新核定一次。',
    published: '名次奖的名单已经公布：改判不会自动改动它。应得未得、不应得已得的，请按异议程序逐个处理。',
  },
  collectiveList: {
    settled: '组织奖的名单已经核定但还没有公布：改判以后请重新核定一次。',
    published: '组织奖的名单已经公布：改判不会自动改动它。',
  },
  groupCaption: '{award}：名次或得奖会变的',
  group: '单位或区县',
  groupRank: '第 {rank} 名',
  awarded: '得奖',
  notAwarded: '不得奖',
  notRanked: '未排名',
}
