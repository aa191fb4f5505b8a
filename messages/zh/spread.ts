/** How far two people's papers lie apart. */
export const spread = {
  title: '试卷难度是否相当',
  lead: '任意两人的试卷，预计得分和预计用时最多相差多少。按题目的难度和用时估计计算，占平均数的百分比。',
  same: '所有人的题目相同，难度也就相同。',
  caption: '任意两份试卷最多相差',
  papers: '试卷',
  score: '预计得分',
  time: '预计用时',
  verdict: '是否达到',
  asked: '规则的要求',
  tried: (n: number) => `按现在的题库试抽 ${n} 份`,
  asDrawn: (n: number) => `已发出的 ${n} 份（按抽题时的估计）`,
  byNow: (n: number) => `已发出的 ${n} 份（按现在的估计）`,
  kept: '达到',
  broken: '未达到',
  way: '没有达到时：放宽要求，减少蓝图里的限制，或者增加题目，让每一格有更多题可选。已发出的试卷不会更改；估计随作答变化，按现在的估计会比抽题时相差更大。',
}
