/** Option ids: opaque, and new for each attempt, cut from bytes that only the server can make. */
import { maximumOptions, type QuestionKind, severalAllowed } from '../question/question.ts'

/** 48 bits: eight characters of base64url. */
const bytesEach = 6

/** How many bytes the ids of a paper are cut from. */
export const optionBytesOf = (paper: { length: number }): number => paper.length * maximumOptions * bytesEach

/** @param bytes of one attempt @param position from 1 @param option index in the face */
export function optionId(bytes: Buffer, position: number, option: number): string {
  const start = ((position - 1) * maximumOptions + option) * bytesEach
  return bytes.toString('base64url', start, start + bytesEach)
}

/**
 * @param choice option ids as the client sent them; none takes the answer back
 * @returns the bit set of chosen options, or null for foreign ids, doubles, or several where one is allowed
 */
export function choiceBits(
  bytes: Buffer,
  position: number,
  slot: { kind: QuestionKind; order: readonly number[] },
  choice: readonly string[],
): number | null {
  if (choice.length > 1 && !severalAllowed(slot.kind)) return null
  let bits = 0
  for (const id of choice) {
    const option = slot.order.find(index => optionId(bytes, position, index) === id)
    if (option === undefined || bits & (1 << option)) return null
    bits |= 1 << option
  }
  return bits
}
