/** Problems of an uploaded file in words: 题库!D17：答案“E”不在选项 A–D 中，请改为 A、B、C、D之一。 */
import type { Problem } from '#core/bank/problem'
import type { WireProblem } from '#core/wire-staff'
import type { Messages } from './zh.ts'

export function inWords({ severity, sheet, cell, code, data }: Problem, text: Messages['bank']): WireProblem {
  const place = `${sheet}!${cell}`
  return { severity, place, code, data, says: text.atPlace(place, text.problems[code](data)) }
}
