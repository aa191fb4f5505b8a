/** Invented people for the sample contest: how they answer and how long they take. All of it comes out of `random`. */
import type { Random } from '../paper/paper.ts'
import { optionsIn } from '../question/question.ts'

export interface InventedPerson {
  name: string
  showName: boolean
  /** Chance to know a question of middle level. */
  skill: number
  /** Seconds per question. */
  pace: number
}

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕']
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文斌宇浩然欣怡子轩雨桐思远嘉宁']

export function inventPerson(random: Random): InventedPerson {
  const pick = (from: string[]) => from[Math.floor(random() * from.length)] as string
  const name = pick(surnames) + pick(given) + (random() < 0.6 ? pick(given) : '')
  // Sum of three uniforms: a bell around 0.66 between 0.36 and 0.96.
  const skill = 0.36 + ((random() + random() + random()) / 3) * 0.6
  return { name, showName: random() < 0.62, skill, pace: 6 + random() * 18 }
}

/** What an invented person chooses: the right options with a chance that falls with the level, else something near. */
export function inventChoice(
  person: InventedPerson,
  question: { right: number; options: number; level: number },
  random: Random,
): number {
  const chance = Math.min(0.98, Math.max(0.1, person.skill + (3 - question.level) * 0.09))
  if (random() < chance) return question.right
  if (random() < 0.02) return 0
  const wrong = Math.floor(random() * question.options)
  const several = optionsIn(question.right).length > 1
  const bits = several ? question.right ^ (1 << wrong) : 1 << wrong
  return bits === question.right ? 1 << ((wrong + 1) % question.options) : bits
}
