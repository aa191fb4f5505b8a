/** Why rules are refused, and the way out. `field` goes with it, so that the words need not name it. */
import type { RuleProblemCode } from '#core/contest/problems/problem'

interface Said {
  why: string
  way: string
}
type Figures = Record<string, number>

const yuan = (n: number | undefined): string => (n ?? 0).toLocaleString('en-US')

export const rulesWrong: Record<RuleProblemCode, (data: Figures) => Said> = {
  fee: () => ({ why: '参赛不得收费。', way: '请把费用改为 0。' }),
  'bought-points': () => ({ why: '机会和积分都不得用钱购买。', way: '请把可购买的积分改为 0。' }),
  'sign-in-points': () => ({ why: '公益竞赛不以签到计分，也不强制打卡。', way: '请把签到分改为 0，只按答题计分。' }),
  'share-points': () => ({ why: '转发、分享不得计分。', way: '请把分享分改为 0，只按答题计分。' }),
  'online-points': () => ({ why: '在线时长不得计分。', way: '请把时长分改为 0，只按答题计分。' }),
  'share-attempts': () => ({ why: '不得用转发、邀请换取答题次数。', way: '请改为 0；需要时直接增加每人的次数。' }),
  'staff-win': () => ({ why: '工作人员和命题人不得获奖。', way: '请关闭此项。' }),
  'lottery-value': d => ({
    why: `抽奖的单个奖品不得超过 ${yuan(d.most)} 元，这里是 ${yuan(d.value)} 元。`,
    way: `请把价值降到 ${yuan(d.most)} 元以内，或改为按名次评奖。`,
  }),
  'id-at-entry': () => ({
    why: '身份证号只能向获奖者收取，报名时不得收集。',
    way: '请改为“领奖时”，或不收集。',
  }),
  'address-at-entry': () => ({ why: '地址只能向获奖者收取，报名时不得收集。', way: '请改为“领奖时”，或不收集。' }),
  'guardian-missing': d => ({
    why: `未满 ${d.age} 周岁的人参赛须经监护人同意。`,
    way: `请打开监护人同意，或把最低年龄设为 ${d.age} 周岁。`,
  }),
  'list-empty': () => ({ why: '限定了范围，却没有列出任何一个。', way: '请至少列出一个，或改为所有人都能参加。' }),
  'organisation-needed': () => ({
    why: '只限某些单位参加时，必须填写单位，也不能选“个人”。',
    way: '请把单位设为必填并关闭“个人”，或改为所有人都能参加。',
  }),
  'age-order': () => ({ why: '组别的最大年龄小于最小年龄。', way: '请对调两个数，或去掉其中一个。' }),
  'track-too-young': ({ age }) => ({
    why: `这一组的最大年龄低于参赛的最低年龄 ${age} 岁，没有人能进这一组。`,
    way: '请提高这一组的最大年龄，或降低参赛的最低年龄。',
  }),
  'named-twice': () => ({ why: '这个代号用了两次。', way: '请给它换一个代号。' }),
  'span-order': () => ({ why: '结束时间不晚于开始时间。', way: '请推迟结束，或提前开始。' }),
  'stage-outside': () => ({ why: '这个阶段超出了竞赛的起止时间。', way: '请把阶段移到竞赛时间以内，或调整竞赛时间。' }),
  'stage-overlap': () => ({ why: '这个阶段在前一阶段结束之前就开始了。', way: '请按先后排列各阶段，互不重叠。' }),
  'stage-short': d => ({
    why: `这个阶段比一份试卷的作答时间（${d.seconds} 秒）还短，没有人答得完。`,
    way: '请延长阶段，或缩短作答时间。',
  }),
  'warm-up-late': () => ({ why: '热身要在正式开始之前结束。', way: '请提前结束热身，或推迟竞赛开始。' }),
  'announced-early': () => ({ why: '公布结果的时间早于竞赛结束。', way: '请把公布时间改到竞赛结束之后。' }),
  'claim-early': () => ({ why: '领奖截止早于结果公布。', way: '请把领奖截止改到公布之后，并留出足够的天数。' }),
  'freeze-long': () => ({ why: '封榜的时间比整场竞赛还长。', way: '请缩短封榜时间。' }),
  'stages-missing': () => ({ why: '这一项按阶段进行，但竞赛没有分阶段。', way: '请添加阶段，或改选别的方式。' }),
  'limit-above': d => ({
    why: `这个上限（${d.limit}）高于更大范围的上限（${d.wider}），永远达不到。`,
    way: `请改到 ${d.wider} 以内，或放宽更大范围的上限。`,
  }),
  'best-of-more': d => ({
    why: `要取的次数多于每人可答的 ${d.total} 次。`,
    way: '请减少要取的次数，或增加可答次数。',
  }),
  'question-longer': d => ({
    why: `每题时间比整份试卷的时间（${d.seconds} 秒）还长。`,
    way: '请缩短每题时间，或延长整份试卷的时间。',
  }),
  'minimum-above-clock': d => ({
    why: `最短用时不短于作答时间（${d.seconds} 秒），所有试卷都会被标记。`,
    way: '请缩短最短用时，或设为 0。',
  }),
  'blueprint-sum': d => ({
    why: `各格题数之和是 ${d.planned}，与每份 ${d.total} 题不符。`,
    way: `请调整各格，使总和为 ${d.total}，或把每份题数改为 ${d.planned}。`,
  }),
  'blueprint-kinds': () => ({
    why: '各题型分值不同，却没有规定各题型的题数，每个人的满分会不一样。',
    way: '请在每一格中写明题型，或让各题型分值相同。',
  }),
  'pass-mark-high': d => ({ why: `及格线高于满分 ${d.maximum} 分。`, way: `请改到 ${d.maximum} 分以内。` }),
  'pass-mark-missing': () => ({ why: '这一项以及格为准，但没有设及格线。', way: '请设及格线，或改选别的办法。' }),
  'partial-high': d => ({
    why: `少选的得分不低于全对的 ${d.points} 分。`,
    way: `请改到 ${(d.points ?? 1) - 1} 分以内，或改为全对才得分。`,
  }),
  'out-after-high': d => ({
    why: `一份试卷只有 ${d.total} 题，错不到这么多。`,
    way: `请改到 ${d.total} 以内，或不淘汰。`,
  }),
  'answers-tell-others': () => ({
    why: '所有人的题目相同，先交卷的人看到答案，就能告诉后来的人。',
    way: '请改为竞赛结束后公布答案，或改为每人随机抽题。',
  }),
  'answers-tell-score': () => ({
    why: '成绩到竞赛结束才公布，但答案更早公布，等于提前公布了成绩。',
    way: '请把答案也改为竞赛结束后公布，或让成绩交卷后即可见。',
  }),
  'rank-tells-score': () => ({
    why: '成绩到竞赛结束才公布，但名次会透露成绩。',
    way: '请不显示名次，或让成绩交卷后即可见。',
  }),
  'until-right-tells': () => ({
    why: '错题重答会告诉人们对错，而答案这时还没有公布。',
    way: '请改为交卷后立即公布答案，或关闭错题重答。',
  }),
  'ties-without-end': () => ({
    why: '同分的比较没有尽头：最后仍相同时没有规定怎么办。',
    way: '请在最后加上“并列”或“抽签”。',
  }),
  'ties-after-end': () => ({
    why: '“并列”或“抽签”之后不会再比较任何一项。',
    way: '请把它移到最后，或删去它后面的各项。',
  }),
  'ties-twice': () => ({ why: '同一项比较了两次。', way: '请删去后面的一个。' }),
  'award-without-count': () => ({ why: '没有写明名额。', way: '请写明至少 1 个名额，或删去这一项。' }),
  'draw-without-prizes': () => ({ why: '这次抽奖没有奖品。', way: '请至少添加一个奖项，或删去这次抽奖。' }),
  'odds-missing': () => ({ why: '即时抽奖没有写明中奖机会。', way: '请写明平均多少次机会中一次。' }),
  'odds-unused': () => ({
    why: '只有即时抽奖才按机会中奖，别的抽奖抽出固定的名额。',
    way: '请删去中奖机会，或改为即时抽奖。',
  }),
  'days-above-window': d => ({
    why: `在这个抽奖的范围内最多只有 ${d.most} 天。`,
    way: `请改到 ${d.most} 天以内，或延长竞赛。`,
  }),
  'fall-back-unclear': () => ({
    why: '只有按满分或及格取得资格的抽奖，才能顺延到下一个分数。',
    way: '请去掉顺延，或改选资格。',
  }),
  'fall-back-high': d => ({
    why: `顺延的最低分不低于原来的资格（${d.least} 分）。`,
    way: `请改到 ${d.least} 分以下，或去掉顺延。`,
  }),
  'weights-sum': d => ({ why: `各项权重之和是 ${d.weights}，应当是 100。`, way: '请调整权重，使总和为 100。' }),
  'people-missing': () => ({
    why: '按参与率评比单位，却没有各单位的人数。',
    way: '请填写各单位人数，或改用别的评比办法。',
  }),
  'organisations-off': () => ({ why: '评比单位，却不收集单位。', way: '请把单位设为选填或必填，或改为评比区县。' }),
  'stage-unknown': () => ({ why: '没有这个阶段。', way: '请从已有的阶段中选择，或先添加它。' }),
  'final-first': () => ({ why: '决赛是第一个阶段，之前没有可以晋级的成绩。', way: '请在它之前添加初赛阶段。' }),
}
