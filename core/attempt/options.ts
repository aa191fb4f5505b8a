/** Option ids: opaque, and new for each attempt, cut from 64 bytes that only the server can make. */
import { type QuestionKind, severalAllowed } from '../question/question.ts'

/** 48 bits: eight characters of base64url. Eight options fit into the 64 bytes of one HMAC. */
const bytesEach = 6

/** @param bytes of one place of one attempt @param option index in the face */
export const optionId = (bytes: Buffer, option: number): string =>
  bytes.toString('base64url', option * bytesEach, (option + 1) * bytesEach)

/**
 * @param choice option ids as the client sent them; none takes the answer back
 * @returns the bit set of chosen options, or null for foreign ids, doubles, or several where one is allowed
 */
export function choiceBits(
  bytes: Buffer,
  slot: { kind: QuestionKind; order: readonly number[] },
  choice: readonly string[],
): number | null {
  if (choice.length > 1 && !severalAllowed(slot.kind)) return null
  let bits = 0
  for (const id of choice) {
    const option = slot.order.find(index => optionId(bytes, index) === id)
    if (option === undefined || bits & (1 << option)) return null
    bits |= 1 << option
  }
  return bits
}
