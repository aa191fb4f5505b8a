/** How a reader stops in the middle of a file: thrown inside the reader, a value outside. */
import type { Refusal } from '#core/refusal'

type Detail = Record<string, string | number>

export class Refused extends Error {
  readonly refusal: Refusal
  readonly detail: Detail
  constructor(refusal: Refusal, detail: Detail) {
    super(refusal)
    this.refusal = refusal
    this.detail = detail
  }
}

export function refuse(refusal: Refusal, detail: Detail = {}): never {
  throw new Refused(refusal, detail)
}
