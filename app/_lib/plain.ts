import type { Messages } from '#messages/zh'

/** What of a namespace of texts may go to an island: strings, not functions. */
export type Plain<T> = {
  [K in keyof T as T[K] extends (...given: never[]) => unknown ? never : K]: T[K] extends string ? string : Plain<T[K]>
}

export const plain = <T extends object>(texts: T): Plain<T> =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]) => {
      if (typeof value === 'function') return []
      return [[key, typeof value === 'object' && value !== null ? plain(value) : value]]
    }),
  ) as Plain<T>

/** What the small form for reporting an error says. */
export const reportTexts = ({ upkeep, frame }: Messages) => ({
  report: upkeep.report,
  reportWhat: upkeep.reportWhat,
  reportHint: upkeep.reportHint,
  reportSend: upkeep.reportSend,
  reportSending: upkeep.reportSending,
  reportThanks: upkeep.reportThanks,
  cancel: upkeep.cancel,
  errorPrefix: frame.errorPrefix,
  offline: frame.offline,
})

/** What is said while something is done to questions. */
export const actTexts = ({ bankWork }: Messages) => ({ ...plain(bankWork.acting), actions: bankWork.actions })

/** What every staff form says. */
export const formTexts = (text: Messages) => ({ ...plain(text.frame), errorsMany: text.staff.errorsMany })
